import { type Field, fieldKindOf, type Lists, pointerOf, wordsOf } from '@policyforms/core'
import { memo, useContext } from 'react'
import { useAnswer, useFilling, useHidden, useLists, useSettled, useShownIssues } from '../store/context.ts'
import type { Keys } from '../store/place.ts'
import { widgets } from '../widgets/index.ts'
import { idOf } from '../widgets/widget.ts'
import { Clauses } from './clauses.tsx'
import { IssueList } from './issue-list.tsx'
import { ShownValue } from './shown-value.tsx'
import { mayFill, RoleContext, useForeignNote } from './whose.ts'

export interface LeafProps {
  readonly field: Field
  readonly keys: Keys
  /** The template itself says it; nobody fills it. */
  readonly isGiven?: boolean
}

const sizeOf = (field: Field, lists: Lists): 's' | 'm' | 'l' => {
  if (field.wide) return 'l'
  const width = fieldKindOf(field).width(field, lists)
  return width <= 16 ? 's' : width <= 24 ? 'm' : 'l'
}

const limitsOf = (field: Field): string | undefined => {
  if (field.kind !== 'attachment' && field.kind !== 'picture') return field.pattern?.hint
  const size = field.maxBytes === undefined ? '' : `每个不超过 ${Math.floor(field.maxBytes / 2 ** 20)} MB`
  const types = field.accept ? `可上传 ${field.accept.join('、')}` : ''
  const number = field.maxItems === undefined ? '' : `最多 ${field.maxItems} 个`
  return [types, number, size].filter(Boolean).join('，') || undefined
}

/** One field: its label above, help below the label, the control, and what is wrong under it. */
export const Leaf = memo(({ field, keys, isGiven = false }: LeafProps) => {
  const { store, files } = useFilling()
  const place = pointerOf(keys)
  const isHidden = useHidden(place)
  const answer = useAnswer(keys)
  const settled = useSettled(keys)
  const issues = useShownIssues(place)
  const above = useContext(RoleContext)
  const note = useForeignNote(store, field)
  const lists = useLists([field])
  if (isHidden) return null

  const id = idOf(place)
  const isFixed = isGiven || field.compute !== undefined || !mayFill(store, field.role ?? above)
  const isInvalid = issues.some((issue) => issue.severity === 'error')
  const { Control, isGroup } = widgets[field.kind]
  const help = [field.help?.replace(/。$/, ''), limitsOf(field)].filter(Boolean).join('。')
  const describedBy = [help && `${id}-help`, issues.length > 0 && `${id}-issues`].filter(Boolean).join(' ') || undefined
  // What is fixed shows its words with its value.
  const words = isFixed ? undefined : wordsOf(answer, field)
  const name = (
    <>
      {field.title}
      {field.required && !isFixed && <span className="pf-required">必填</span>}
      {field.compute && <span className="pf-computed">自动计算</span>}
    </>
  )
  return (
    <div
      className="pf-field"
      data-at={place}
      data-kind={field.kind}
      data-size={sizeOf(field, lists)}
      data-invalid={isInvalid || undefined}
      data-warned={(!isInvalid && issues.length > 0) || undefined}
    >
      {isFixed || isGroup(field, lists) ? (
        <span className="pf-label" id={`${id}-label`}>
          {name}
        </span>
      ) : (
        <label className="pf-label" id={`${id}-label`} htmlFor={id}>
          {name}
        </label>
      )}
      {note && <p className="pf-foreign">{note}</p>}
      {help && (
        <p className="pf-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <Clauses node={field} />
      {isFixed ? (
        <output className="pf-fixed" id={id} aria-labelledby={`${id}-label`} tabIndex={-1}>
          {field.compute && settled === undefined ? (
            <span className="pf-blank">—</span>
          ) : (
            <ShownValue field={field} lists={lists} value={settled} href={files.href} />
          )}
        </output>
      ) : (
        <Control
          key={place}
          field={field}
          lists={lists}
          keys={keys}
          id={id}
          value={answer}
          invalid={isInvalid}
          labelledBy={`${id}-label`}
          describedBy={describedBy}
          compact={false}
        />
      )}
      {words !== undefined && <p className="pf-words">大写：{words}</p>}
      {issues.length > 0 && <IssueList id={`${id}-issues`} issues={issues} />}
    </div>
  )
})
