import table from '../../packages/core/src/rules/function-guide.json' with { type: 'json' }

interface Described {
  readonly about: string
  readonly examples: Readonly<Record<string, string>>
}

export interface FunctionGroup {
  readonly title: string
  readonly about: string
  readonly functions: Readonly<Record<string, Described>>
}

// JSON modules type each entry by what it happens to hold.
export const functionGroups = table.groups as readonly unknown[] as readonly FunctionGroup[]
export const functionExamples = { template: table.template, answers: table.answers }

const inCell = (text: string) => text.replaceAll('|', '\\|')

const groupOf = ({ title, about, functions }: FunctionGroup): readonly string[] => [
  `## ${title}`,
  '',
  about,
  '',
  '| 写法 | 意思 | 例子 | 结果 |',
  '| --- | --- | --- | --- |',
  ...Object.entries(functions).flatMap(([name, { about: meaning, examples }]) =>
    Object.entries(examples).map(([example, result], i) =>
      i === 0
        ? `| \`${inCell(name)}\` | ${meaning} | \`${inCell(example)}\` | ${result} |`
        : `| | | \`${inCell(example)}\` | ${result} |`,
    ),
  ),
  '',
]

export const functionsPage = (): string =>
  [
    '# 规则语言',
    '',
    '`x-when`（什么时候要填）、`x-compute`（自动计算）、`x-prefill`（预先填好）和规则的 `assert` 都用这种写法。成段的用法见[规则手册](02-规则手册.md)。每个例子都由测试算过；例子里的“今天”是 2025 年 6 月 30 日。',
    '',
    ...functionGroups.flatMap(groupOf),
  ].join('\n')
