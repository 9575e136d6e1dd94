import { type Carrier, type ClauseCoverage, partNames } from '@policyforms/core'

export type Standing = 'uncovered' | 'carried' | 'idle'

export const standingOf = ({ carriers, isUncovered }: ClauseCoverage): Standing => {
  if (isUncovered) return 'uncovered'
  return carriers.length > 0 ? 'carried' : 'idle'
}

/** Those that nothing carries first; otherwise as the policy has them. */
export const uncoveredFirst = (clauses: readonly ClauseCoverage[]): readonly ClauseCoverage[] =>
  clauses.toSorted((a, b) => Number(b.isUncovered) - Number(a.isUncovered))

/** The parts of procedure.json. */
const procedureParts: Readonly<Record<string, string>> = {
  stages: '环节',
  transitions: '办理',
  obligations: '期限',
  consequences: '后果',
  parameters: '参数',
  facts: '记录',
}

const kindOf = ({ is, path }: Carrier): string => {
  if (is === 'procedure') return procedureParts[path[0] ?? ''] ?? '程序'
  if (is === 'office') return '部门'
  return is === 'indicator' ? '指标' : partNames[is]
}

/** What carries a clause in one template or in the procedure. */
export interface CarrierGroup {
  readonly title: string
  readonly carriers: readonly { readonly kind: string; readonly label: string }[]
}

const separator = ' › '

/** A carrier's label begins with the title of its template or of the procedure, which is said once above all of them. */
export const groupsOf = (carriers: readonly Carrier[]): readonly CarrierGroup[] => {
  const titleOf = ({ label }: Carrier) => label.split(separator)[0] ?? label
  return [...Map.groupBy(carriers, titleOf)].map(([title, those]) => ({
    title,
    carriers: those.map((carrier) => {
      const kind = kindOf(carrier)
      const inside = carrier.label.split(separator).slice(1).join(separator)
      // A rule is called one in its label already.
      return { kind, label: inside.startsWith(`${kind} `) ? inside.slice(kind.length + 1) : inside || whole(carrier) }
    }),
  }))
}

const whole = ({ template }: Carrier): string => (template === undefined ? '整个程序' : '整份材料')
