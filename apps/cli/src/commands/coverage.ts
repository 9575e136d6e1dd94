import { partNames } from '@policyforms/core'
import type { Carrier, ClauseCoverage, Coverage, PolicyCoverage } from '@policyforms/core/pack'
import type { Command, Exit } from '../command.ts'
import { openPack } from '../open-pack.ts'
import { tableOf } from '../table-text.ts'

const kinds: Readonly<Record<Carrier['is'], string>> = {
  ...partNames,
  procedure: '程序',
  indicator: '指标',
  office: '部门',
}

const shown = 3

const carriedBy = ({ carriers, isUncovered, asksNothing }: ClauseCoverage): readonly string[] => {
  if (isUncovered) return ['没有落实']
  if (carriers.length === 0) return [`不作要求：${asksNothing || '没有写原因'}`]
  const lines = carriers.slice(0, shown).map(({ is, label }) => `${kinds[is]} ${label}`)
  return carriers.length > shown ? [...lines, `等 ${carriers.length} 处`] : lines
}

const rowsOf = (clause: ClauseCoverage) =>
  carriedBy(clause).map((line, i) => (i === 0 ? [clause.ref, clause.heading, line] : ['', '', line]))

const policyText = ({ title, number, clauses }: PolicyCoverage): string =>
  [`《${title}》${number ?? ''}`, ...tableOf(['条款', '标题', '落实在'], clauses.flatMap(rowsOf))].join('\n')

const summaryOf = ({ policies }: Coverage): string => {
  const clauses = policies.flatMap((policy) => policy.clauses)
  const open = clauses.filter((clause) => clause.isUncovered)
  const idle = clauses.filter((clause) => clause.carriers.length === 0 && !clause.isUncovered).length
  const covered = clauses.length - open.length - idle
  const rest = open.map(({ ref, heading }) => `  ${ref} ${heading}：没有字段、规则或程序引用它`)
  return [`${clauses.length} 条：${covered} 条已落实，${idle} 条不作要求，${open.length} 条没有落实。`, ...rest].join(
    '\n',
  )
}

export const coverage: Command = {
  name: 'coverage',
  usage: 'PACK',
  about: '逐条列出政策条款落实在哪些字段、规则和程序上',
  words: [1, 1],
  options: { json: { type: 'boolean', about: '输出 JSON，给程序用' } },
  run: async (call): Promise<Exit> => {
    const pack = await openPack(call, call.words[0] ?? '')
    const { coverageOf } = await import('@policyforms/core/pack')
    const found = coverageOf(pack)
    if (call.values.json) console.log(JSON.stringify(found, null, 2))
    else console.log([...found.policies.map(policyText), summaryOf(found)].join('\n\n'))
    return found.policies.some((policy) => policy.clauses.some((clause) => clause.isUncovered)) ? 1 : 0
  },
}
