import type { Json } from '@policyforms/core'
import type { EditorProps } from '../build/editors/editor-props.ts'
import { SearchPicker } from '../rules/search-picker.tsx'
import { citedIn, writtenAs } from './cited.ts'
import { useKnownClauses } from './known-clauses.ts'
import '../rules/expression.css'

type ClausePickerProps = Pick<EditorProps, 'id' | 'label' | 'value' | 'onChange' | 'describedBy'>

/** Clauses that something rests on, found by number, heading or gist; several if need be. */
export function ClausePicker({ id, label, value, onChange, describedBy }: ClausePickerProps) {
  const known = useKnownClauses()
  const refs = citedIn(value)
  const set = (next: readonly string[]) => onChange(writtenAs(next) as Json | undefined) // a text or a list of them
  return (
    <div className="clause-picker">
      {refs.length > 0 && (
        <ul aria-label={`${label}：已选`}>
          {refs.map((ref) => {
            const clause = known.find((one) => one.ref === ref)
            const name = clause?.heading ?? ref
            return (
              <li key={ref} data-known={clause !== undefined}>
                <span title={clause?.gist}>
                  {name} <code className="secondary">{ref}</code>
                </span>
                <button
                  type="button"
                  className="icon"
                  aria-label={`去掉${name}`}
                  onClick={() => set(refs.filter((one) => one !== ref))}
                >
                  ×
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <SearchPicker
        id={id}
        label={label}
        describedBy={describedBy}
        placeholder="按条号、标题或意思查找"
        choices={known
          .filter(({ ref }) => !refs.includes(ref))
          .map(({ ref, heading, gist, policy }) => ({
            key: ref,
            title: heading,
            detail: gist.length > 48 ? `${gist.slice(0, 48)}…` : gist,
            words: `${ref} ${gist} ${policy}`,
          }))}
        onPick={(ref) => set([...refs, ref])}
      />
    </div>
  )
}
