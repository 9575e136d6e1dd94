import { type Issue, type Json, keysOf, type Pointer, pointerOf, valueAt } from '@policyforms/core'
import { useFilling, useShownIssues, useStored } from '../store/context.ts'
import { idOf } from '../widgets/widget.ts'
import { IssueText } from './issue-list.tsx'

const longest = 60

const textOf = (value: Json): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}……` : text
}

const above = (place: Pointer): Pointer => pointerOf(keysOf(place).slice(0, -1))

export const isStray = (issue: Issue): boolean => issue.code === 'unknown-property'

/** What the template has no place for, with its text, and a way to be rid of it. */
const StrayLine = ({ issue, label }: { issue: Issue; label: string | undefined }) => {
  const { store } = useFilling()
  const value = useStored((state) => valueAt(state.answers, keysOf(issue.at)))
  if (value === undefined) return null
  return (
    <p className="pf-issue" id={idOf(issue.at)} data-severity={issue.severity}>
      <IssueText issue={issue} {...(label && { label })} />
      {value !== '' && `，原有内容：${textOf(value)}`}{' '}
      {!store.readOnly && (
        <button type="button" className="pf-link" onClick={() => store.drop(issue.at)}>
          删去<span className="pf-visually-hidden"> “{issue.params.key}”</span>
        </button>
      )}
    </p>
  )
}

export interface StraysProps {
  /** The block that speaks of them. */
  readonly place: Pointer
  /** Only what lies in the block itself, or whatever lies below it too. */
  readonly deep?: boolean
  readonly labelOf?: (at: Pointer) => string
}

/** The strays of a block, such as a draft has after its template changed, and the way back for the last one removed. */
export const Strays = ({ place, deep = false, labelOf }: StraysProps) => {
  const { store } = useFilling()
  const dropped = useStored((state) => state.dropped)
  const isHere = (at: Pointer) => (deep ? at.startsWith(`${place}/`) : above(at) === place)
  const strays = useShownIssues(place).filter((issue) => isStray(issue) && isHere(issue.at))
  return (
    <>
      {strays.map((issue) => (
        <StrayLine key={issue.at} issue={issue} label={labelOf?.(above(issue.at))} />
      ))}
      {dropped && isHere(dropped.at) && (
        <p className="pf-undo" role="status">
          已删去“{keysOf(dropped.at).at(-1)}”
          <button type="button" className="pf-link" onClick={store.restoreDropped}>
            撤销
          </button>
        </p>
      )}
    </>
  )
}
