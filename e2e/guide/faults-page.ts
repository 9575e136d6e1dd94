import { readFileSync } from 'node:fs'
import { type Issue, type Json, keysOf, sentence, withValue } from '../../packages/core/src/index.ts'
import {
  answerCodes,
  documentCodes,
  type IssueCode,
  packCodes,
  workbookCodes,
} from '../../packages/core/src/issues/issue.ts'
import { zhCN } from '../../packages/core/src/issues/zh-CN.ts'
import { engines } from '../../packages/core/src/node/index.ts'
import { compileSchemas } from '../../packages/core/src/pack/index.ts'
import { compileProcedure } from '../../packages/procedure/src/compile/index.ts'
import advice from './fault-advice.json' with { type: 'json' }

interface Case {
  readonly set?: Record<string, Record<string, Json>>
  readonly files?: Record<string, Json>
  readonly text?: Record<string, string>
  readonly without?: readonly string[]
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../packages/core/src/pack/faults/${name}.json`, import.meta.url), 'utf8'))

/** The issues of every case of broken packs that core's own tests hold the check against. */
const issuesOf = ({ set = {}, files = {}, text = {}, without = [] }: Case): readonly Issue[] => {
  const base: Record<string, Json> = read('base')
  const written = Object.entries({ ...base, ...files }).map(([path, content]) => {
    const changed = Object.entries(set[path] ?? {}).reduce(
      (so, [at, value]) => withValue(so, keysOf(at), value),
      content,
    )
    return [path, JSON.stringify(changed)] as const
  })
  const sources = Object.entries({ ...Object.fromEntries(written), ...text }).filter(
    ([path]) => !without.includes(path),
  )
  const { issues, packs } = compileSchemas(
    sources.map(([path, content]) => ({ path, text: content === 'NESTED' ? '['.repeat(1000) : content })),
    engines,
  )
  return [...issues, ...packs.flatMap(({ procedure }) => (procedure ? compileProcedure(procedure).issues : []))]
}

const isShort = (text: string) => text.length <= 120

/** For each code, what it said in the first case that brought it about. */
const heard = (): ReadonlyMap<string, string> => {
  const cases: readonly Case[] = read('cases')
  const said = cases.flatMap(issuesOf).map((issue) => [issue.code, sentence(issue)] as const)
  return new Map(said.filter(([, text]) => isShort(text)).toReversed())
}

const pattern = (code: IssueCode): string => zhCN[code].replace('{suggestion}', '').replace(/\{\w+\}/g, '…')

const table = (codes: readonly IssueCode[]): readonly string[] => [
  '| 代码 | 意思 |',
  '| --- | --- |',
  ...codes.map((code) => `| \`${code}\` | ${code === 'rule' ? '规则的 message' : pattern(code)} |`),
  '',
]

/** Codes that a pack meets only in what its examples list, and in files that are read back. */
const others = [
  '## 填写内容的问题代码',
  '',
  '示例的 `issues` 里 `code` 写这些代码，`at` 写是哪一处；代码是 `rule` 的还要在 `rule` 里写规则编号。',
  '',
  ...table(answerCodes),
  '## 读回填报表（Excel）的问题代码',
  '',
  ...table(workbookCodes),
  '## 读回 Word 和 Word 模板的问题代码',
  '',
  ...table(documentCodes),
]

export const faultsPage = (): string => {
  const examples = heard()
  return [
    '# 错误一览',
    '',
    '检查时报的每一种错误，按代码找；先读[读懂错误](03-读懂错误.md)。“模板问题”页上每一条都通到这里。',
    '',
    ...packCodes.flatMap((code) => {
      const example = examples.get(code)
      return [
        `## ${pattern(code)} ${code}`,
        '',
        ...(example === undefined || example === pattern(code) ? [] : [`例如：${example}。`, '']),
        advice[code],
        '',
      ]
    }),
    ...others,
  ].join('\n')
}
