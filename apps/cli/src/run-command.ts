import { parseArgs } from 'node:util'
import { type Command, type Exit, type Option, Stop, wrongCall } from './command.ts'
import { commands } from './commands/index.ts'
import { printIssues } from './print-issues.ts'
import { usageOf, usageOfAll } from './usage.ts'

const everywhere: Readonly<Record<string, Option>> = {
  schemas: { type: 'string', value: 'DIR', about: '模板所在的文件夹，默认 schemas' },
  help: { type: 'boolean', about: '显示用法' },
}

const hasCode = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

const parsed = (command: Command, args: readonly string[]) => {
  const options = { ...command.options, ...everywhere }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    if (!hasCode(error)) throw error
    const option = /'(--?[^' ]+)/.exec(error.message)?.[1]?.replace(/,$/, '') ?? ''
    const known = Object.keys(options).map((name) => `--${name}`)
    if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw wrongCall(`没有选项 ${option}。可用的选项：${known.join('、')}。`)
    const value = options[option.replace(/^-+/, '')]?.value
    throw wrongCall(value ? `选项 ${option} 后面要写 ${value}。` : `选项 ${option} 后面不写内容。`)
  }
}

const checkedWords = (command: Command, words: readonly string[]) => {
  const [least, most] = command.words
  if (words.length < least) throw wrongCall(`少写了内容：需要 ${command.usage}。`)
  if (words.length > most)
    throw wrongCall(`多写了“${words[most]}”${command.usage ? `：只需要 ${command.usage}` : ''}。`)
  return words
}

const runOne = async (command: Command, args: readonly string[]): Promise<Exit> => {
  const { values, positionals } = parsed(command, args)
  if (values.help) {
    console.log(usageOf(command, everywhere))
    return 0
  }
  return command.run({ words: checkedWords(command, positionals), values })
}

/** Runs one call of `policyforms`; what it prints goes to stdout and stderr. */
export const runCommand = async (args: readonly string[]): Promise<Exit> => {
  const [name = '', ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(usageOfAll(commands))
    return 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command) {
    console.error(`${name ? `没有命令 ${name}。` : '请写一个命令。'}\n${usageOfAll(commands)}`)
    return 2
  }
  try {
    return await runOne(command, rest)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    printIssues(error.issues, { json: rest.includes('--json') })
    if (error.message) console.error(error.message)
    if (error.exit === 2) console.error(`\n${usageOf(command, everywhere)}`)
    return error.exit
  }
}
