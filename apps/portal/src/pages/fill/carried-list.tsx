import { type CarryNote, labelAt, type Template } from '@policyforms/core'

const kinds: Readonly<Record<CarryNote['what'], string>> = {
  moved: '换了位置',
  converted: '换了写法',
  unfit: '需要改',
  lost: '没有位置，未读入',
}

/** What became of answers from a workbook of an earlier version that did not simply stay. */
export function CarriedList({
  template,
  notes,
}: {
  readonly template: Template
  readonly notes: readonly CarryNote[]
}) {
  return (
    <details className="carried">
      <summary>旧版填报表里有 {notes.length} 处不是原样读入</summary>
      <ul className="issues">
        {notes.map(({ what, from, to, before, after }) => (
          <li key={from} data-severity={what === 'lost' || what === 'unfit' ? 'warning' : 'done'}>
            <span className="sign">{kinds[what]}</span>
            <span>
              {to === undefined ? '' : `${labelAt(template, to)}：`}
              {before}
              {after === undefined || after === before ? '' : ` → ${after}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
