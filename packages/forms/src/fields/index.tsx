import type { FieldProps } from '@rjsf/utils'
import { nodeOf } from '../schema/section-schema.ts'
import { Leaf } from './leaf.tsx'
import { MatrixField } from './matrix-field.tsx'
import { TableField } from './table-field.tsx'

const FieldBlock = ({ uiSchema }: FieldProps) => {
  const node = nodeOf(uiSchema)
  return node.block === 'field' ? <Leaf field={node} keys={node.path} /> : null
}

const TableBlock = ({ uiSchema }: FieldProps) => {
  const node = nodeOf(uiSchema)
  return node.block === 'table' ? <TableField table={node} /> : null
}

const MatrixBlock = ({ uiSchema }: FieldProps) => {
  const node = nodeOf(uiSchema)
  return node.block === 'matrix' ? <MatrixField matrix={node} /> : null
}

/** By the word that `uiSchemaOf` writes into `ui:field`: the block's own. */
export const fields = { field: FieldBlock, table: TableBlock, matrix: MatrixBlock }
