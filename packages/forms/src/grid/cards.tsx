import {
  type Field,
  fieldKindOf,
  isBlank,
  type Json,
  type JsonObject,
  type Lists,
  type Pointer,
  pointerOf,
  property,
} from '@policyforms/core'
import { Fragment, memo, type ReactNode, useLayoutEffect, useMemo, useState } from 'react'
import { Leaf } from '../fields/leaf.tsx'
import { useSettled, useStored } from '../store/context.ts'
import type { Keys } from '../store/place.ts'
import { idOf } from '../widgets/widget.ts'
import type { GridRow, GridSum } from './grid.tsx'

export interface CardsProps {
  readonly id: string
  readonly labelledBy: string
  readonly rows: readonly GridRow[]
  readonly columns: readonly Field[]
  readonly lists: Lists
  readonly nameOf: (index: number) => string
  readonly menu?: (index: number) => ReactNode
  /** Rows of the table's own after this one, such as subtotals. */
  readonly after?: (index: number) => ReactNode
  /** The sums of a row. */
  readonly sums?: readonly GridSum[]
  readonly before?: ReactNode
  readonly foot?: ReactNode
}

/** What it comes to in a line. What is printed in it stands in its name, or can be read in it. */
const gist = (row: Json | undefined, given: JsonObject | undefined, columns: readonly Field[], lists: Lists): string =>
  columns
    .filter(({ key }) => property(given, key) === undefined)
    .flatMap((column) => {
      const value = property(row, column.key)
      if (value === undefined || isBlank(value, column)) return []
      const { align, show } = fieldKindOf(column)
      const text = show(value, column, lists)
      // A number says nothing without its name.
      return [align === 'end' ? `${column.title} ${text}` : text]
    })
    .slice(0, 3)
    .join(' · ')

interface CardProps {
  readonly keys: Keys
  readonly name: string
  readonly given: JsonObject | undefined
  readonly columns: readonly Field[]
  readonly lists: Lists
  readonly isOpen: boolean
  readonly onToggle: (keys: Keys) => void
  readonly menu: ReactNode
  readonly sums: readonly GridSum[] | undefined
}

const CardFields = ({ keys, columns, given }: Pick<CardProps, 'keys' | 'columns' | 'given'>) => {
  const places = useMemo(() => columns.map((column) => ({ column, keys: [...keys, column.key] })), [keys, columns])
  return (
    <div className="pf-card-fields">
      {places.map((place) => (
        <Leaf
          key={place.column.key}
          field={place.column}
          keys={place.keys}
          isGiven={property(given, place.column.key) !== undefined}
        />
      ))}
    </div>
  )
}

const Card = memo(({ keys, name, given, columns, lists, isOpen, onToggle, menu, sums = [] }: CardProps) => {
  const row = useSettled(keys)
  const place = pointerOf(keys)
  const summed = sums.flatMap(({ name, of }) => (of(row) ? [`${name} ${of(row)}`] : []))
  const faults = useStored((state) => state.shown.get(place)?.length ?? 0)
  return (
    <li className="pf-card" data-open={isOpen || undefined} data-at={place}>
      <div className="pf-card-head">
        <button
          type="button"
          id={idOf(place)}
          className="pf-card-name"
          aria-expanded={isOpen}
          onClick={() => onToggle(keys)}
        >
          <strong>{name}</strong>
          <span className="pf-quiet">{gist(row, given, columns, lists) || '未填'}</span>
          {summed.length > 0 && <span className="pf-card-total">{summed.join(' · ')}</span>}
          {faults > 0 && <span className="pf-fault-count">有问题 {faults}</span>}
        </button>
        {menu}
      </div>
      {isOpen && <CardFields keys={keys} columns={columns} given={given} />}
    </li>
  )
})

/** Sums of some rows, between their cards. */
export const CardSums = ({
  title,
  sums,
}: {
  title: string
  sums: readonly (readonly [name: string, sum: string])[]
}) => {
  const said = sums.filter(([, sum]) => sum !== '')
  if (said.length === 0) return null
  return (
    <li className="pf-card-sums">
      <strong>{title}</strong>
      {said.map(([name, sum]) => (
        <span key={name}>{`${name} ${sum}`}</span>
      ))}
    </li>
  )
}

/** One card for each row, of which one is open. */
export const Cards = (props: CardsProps) => {
  const [open, setOpen] = useState<Pointer>()
  const table = props.id.slice(2)
  const aim = useStored((state) => state.aim)
  useLayoutEffect(() => {
    // The card that a jump leads into opens before the focus arrives.
    if (aim?.place.startsWith(`${table}/`)) setOpen(`${table}/${aim.place.slice(table.length + 1).split('/')[0]}`)
  }, [aim, table])
  const [toggle] = useState(() => (keys: Keys) => {
    const place = pointerOf(keys)
    setOpen((before) => (before === place ? undefined : place))
  })
  return (
    <ul className="pf-cards" id={props.id} aria-labelledby={props.labelledBy} tabIndex={-1}>
      {props.before}
      {props.rows.map((row, index) => (
        <Fragment key={pointerOf(row.keys)}>
          <Card
            keys={row.keys}
            name={props.nameOf(index)}
            given={row.given}
            columns={row.layout?.columns ?? props.columns}
            lists={props.lists}
            isOpen={open === pointerOf(row.keys)}
            onToggle={toggle}
            menu={props.menu?.(index)}
            sums={props.sums}
          />
          {props.after?.(index)}
        </Fragment>
      ))}
      {props.foot}
    </ul>
  )
}
