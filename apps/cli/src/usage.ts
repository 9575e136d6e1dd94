import type { Command, Option } from './command.ts'

const written = (name: string, option: Option) => `--${name}${option.value ? ` ${option.value}` : ''}`

export const usageOf = (command: Command, everywhere: Readonly<Record<string, Option>>): string => {
  const options = Object.entries({ ...command.options, ...everywhere })
  const width = Math.max(...options.map(([name, option]) => written(name, option).length))
  return [
    `用法：policyforms ${command.name} ${command.usage}`.trimEnd(),
    command.about,
    ...options.map(([name, option]) => `  ${written(name, option).padEnd(width)}  ${option.about}`),
  ].join('\n')
}

export const usageOfAll = (commands: readonly Command[]): string => {
  const heads = commands.map((command) => `${command.name} ${command.usage}`.trimEnd())
  const width = Math.max(...heads.map((head) => head.length))
  return [
    '命令：',
    ...commands.map((command, i) => `  policyforms ${(heads[i] ?? '').padEnd(width)}  ${command.about}`),
    '每个命令后面写 --help 可以看它的选项。',
  ].join('\n')
}
