import { type Group, pointerOf, type Section } from '@policyforms/core'
import { type ReactNode, useContext } from 'react'
import { Clauses } from '../fields/clauses.tsx'
import { IssueList } from '../fields/issue-list.tsx'
import { Strays } from '../fields/strays.tsx'
import { RoleContext, useForeignNote } from '../fields/whose.ts'
import { SectionTitle } from '../steps/section-title.tsx'
import { useFilling, useHidden, useStored } from '../store/context.ts'
import { idOf } from '../widgets/widget.ts'

const Heading = ({ level, id, children }: { level: number; id: string; children: ReactNode }) => {
  const Tag = level <= 2 ? 'h3' : level === 3 ? 'h4' : 'h5'
  return (
    <Tag className="pf-heading" id={id} tabIndex={-1}>
      {children}
    </Tag>
  )
}

const useOwnIssues = (place: string) => {
  // Only what points at the block itself: the rest stands at its fields.
  const issues = useStored((state) => state.shown.get(place))
  return (issues ?? []).filter((issue) => issue.at === place)
}

/** A section within a section, or a group of fields that belong together. The step itself has its heading elsewhere. */
export const Container = ({ node, children }: { node: Section | Group; children: ReactNode }) => {
  const { store } = useFilling()
  const place = pointerOf(node.path)
  const isHidden = useHidden(place)
  const note = useForeignNote(store, node)
  const above = useContext(RoleContext)
  const role = node.role ?? above
  const issues = useOwnIssues(place)
  if (isHidden) return null

  const id = idOf(place)
  const isStep = node.block === 'section' && node.level === 1
  const body = (
    <RoleContext value={role}>
      {note && <p className="pf-foreign">{note}</p>}
      {node.help && !isStep && <p className="pf-help">{node.help}</p>}
      {isStep ? (
        <div className="pf-step-clauses">
          <Clauses node={node} />
        </div>
      ) : (
        <Clauses node={node} />
      )}
      {issues.length > 0 && <IssueList id={`${id}-issues`} issues={issues} />}
      <Strays place={place} />
      {children}
    </RoleContext>
  )
  if (isStep) return <div className="pf-fields">{body}</div>
  if (node.block === 'section')
    return (
      <section className="pf-section" data-at={place} aria-labelledby={id}>
        <Heading level={node.level} id={id}>
          <SectionTitle section={node} />
        </Heading>
        {body}
      </section>
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out like the other labels
    <div role="group" className="pf-group" data-at={place} aria-labelledby={id}>
      <span className="pf-group-name" id={id} tabIndex={-1}>
        {node.title}
      </span>
      {body}
    </div>
  )
}
