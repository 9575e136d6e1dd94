import { type Field, type Issue, type Lists, type Pointer, pointerOf, property } from '@policyforms/core'
import { memo, type ReactNode } from 'react'
import { useAnswer, useFilling, useSettled, useStored } from '../store/context.ts'
import { Cell } from './cell.tsx'
import type { GridOrder, GridRow } from './grid.tsx'

export interface RowProps extends GridRow {
  readonly index: number
  readonly columns: readonly Field[]
  /** The ids of the heads of each column, outer first. */
  readonly headIds: readonly string[]
  readonly order: GridOrder
  readonly lists: Lists
  /** The column whose cell has the control. */
  readonly active: number | undefined
  readonly entry: number | undefined
  readonly isFixed: boolean
  readonly menu?: (index: number) => ReactNode
  /** The column that stays in sight. */
  readonly naming: string | undefined
}

const none: readonly Issue[] = []
const byCell = (issues: readonly Issue[], place: Pointer) =>
  Map.groupBy(issues, (issue) => issue.at.slice(place.length + 1).split('/')[0] ?? '')

export const Row = memo((props: RowProps) => {
  const { keys, active, group, layout } = props
  const columns = layout?.columns ?? props.columns
  const { hidden } = useFilling().store.state()
  const place = pointerOf(keys)
  const answers = useAnswer(keys)
  const settled = useSettled(keys)
  const issues = useStored((state) => state.shown.get(place) ?? none)
  const cells = byCell(issues, place)
  const headId = `at${place}-head`
  return (
    <tr data-row={props.index} data-active={active !== undefined || undefined}>
      {group?.from === props.index && (
        <th scope="row" id={group.id} className="pf-row-head pf-row-group" rowSpan={group.span}>
          {group.title}
        </th>
      )}
      <th
        scope="row"
        id={headId}
        className="pf-row-head"
        colSpan={props.isAlone ? 2 : undefined}
        data-invalid={cells.has('') || undefined}
      >
        {props.head}
      </th>
      {props.order.map((index) => {
        if (typeof index !== 'number')
          return (
            <td key={index.key} className="pf-cell" data-align="end" data-fixed>
              {index.of(settled)}
            </td>
          )
        const column = columns[index]
        if (!column) return null
        const height = layout?.heights.get(column.key)
        if (height === 0) return null
        const isHidden = hidden.has(`${place}/${column.key}`)
        const isSet = column.compute !== undefined || isHidden || property(props.given, column.key) !== undefined
        return (
          <Cell
            key={column.key}
            field={column}
            lists={props.lists}
            row={keys}
            rowHead={group ? `${group.id} ${headId}` : headId}
            columnHead={props.headIds[index] ?? ''}
            value={property(isSet ? settled : answers, column.key)}
            issues={cells.get(column.key)}
            isActive={active === index}
            isEntry={props.entry === index}
            isFixed={props.isFixed || isSet}
            column={index}
            isNaming={column.key === props.naming}
            height={height}
          />
        )
      })}
      {props.menu && <td className="pf-row-menu">{props.menu(props.index)}</td>}
    </tr>
  )
})
