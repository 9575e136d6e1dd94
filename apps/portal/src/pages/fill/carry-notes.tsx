import { type CarryNote, labelAt, type Template } from '@policyforms/core'

const words: Readonly<Record<CarryNote['what'], string>> = {
  lost: '没有地方放',
  unfit: '带过去了，要改',
  converted: '换了写法',
  moved: '换了位置',
}
const inOrder = ['lost', 'unfit', 'converted', 'moved'] as const

export const needsAttention = (notes: readonly CarryNote[]): number =>
  notes.filter(({ what }) => what === 'lost' || what === 'unfit').length

/** What does not simply stay, what needs a person first. */
export function CarryNotes({
  from,
  to,
  notes,
}: {
  readonly from: Template
  readonly to: Template
  readonly notes: readonly CarryNote[]
}) {
  const sorted = notes.toSorted((a, b) => inOrder.indexOf(a.what) - inOrder.indexOf(b.what))
  return (
    <ul className="issues carried">
      {sorted.map((note) => (
        <li
          key={`${note.what} ${note.from} ${note.to ?? ''}`}
          data-severity={note.what === 'lost' || note.what === 'unfit' ? 'warning' : 'done'}
        >
          <span className="sign">{words[note.what]}</span>
          <span>
            {labelAt(from, note.from)}：{note.before}
            {note.after !== undefined && note.after !== note.before && ` → ${note.after}`}
            {note.to !== undefined && note.to !== note.from && `（现在是${labelAt(to, note.to)}）`}
          </span>
        </li>
      ))}
    </ul>
  )
}
