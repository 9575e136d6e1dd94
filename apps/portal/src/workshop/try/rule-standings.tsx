import type { Template } from '@policyforms/core'
import type { ExampleStanding } from '@policyforms/core/trying'

interface RuleStandingsProps {
  readonly template: Template
  readonly standings: readonly ExampleStanding[]
}

/** Which examples each rule is satisfied by and broken in; a rule that none breaks has never been seen to work. */
export function RuleStandings({ template, standings }: RuleStandingsProps) {
  if (template.rules.length === 0) return <p className="secondary">这个模板没有规则。</p>
  const count = (which: 'satisfies' | 'breaks', id: string) => standings.filter((one) => one[which].includes(id)).length
  return (
    <table className="rule-standings">
      <caption>规则和例子</caption>
      <thead>
        <tr>
          <th scope="col">规则</th>
          <th scope="col">满足的例子</th>
          <th scope="col">违反的例子</th>
        </tr>
      </thead>
      <tbody>
        {template.rules.map(({ id, message }) => (
          <tr key={id}>
            <th scope="row">
              {message} <code>{id}</code>
            </th>
            <Count of={count('satisfies', id)} />
            <Count of={count('breaks', id)} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ of }: { readonly of: number }) {
  return <td data-tone={of === 0 ? 'warning' : undefined}>{of === 0 ? <span className="sign">还没有</span> : of}</td>
}
