import { type Matrix, pointerOf, type Table } from '@policyforms/core'
import type { ReactNode } from 'react'
import { useFilling } from '../store/context.ts'
import { idOf } from '../widgets/widget.ts'
import { Clauses } from './clauses.tsx'
import { useForeignNote } from './whose.ts'

/** The name of a table or matrix with its help, its clauses and whose it is. */
export const BlockHead = ({ node, children }: { node: Table | Matrix; children?: ReactNode }) => {
  const { store } = useFilling()
  const note = useForeignNote(store, node)
  const id = idOf(pointerOf(node.path))
  return (
    <div className="pf-block-head">
      <span className="pf-label" id={`${id}-label`}>
        {node.title}
        {node.required && <span className="pf-required">必填</span>}
      </span>
      {note && <p className="pf-foreign">{note}</p>}
      {node.help && <p className="pf-help">{node.help}</p>}
      <Clauses node={node} />
      {children}
    </div>
  )
}
