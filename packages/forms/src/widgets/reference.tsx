import { blockAt, type CodeList, fieldKinds, type Json, listOf, pointerOf, titleOf, valueAt } from '@policyforms/core'
import { useMemo } from 'react'
import { useFilling, useStored } from '../store/context.ts'
import { ComboBox } from './combo-box.tsx'
import { Stray } from './stray.tsx'
import { naming, type Widget, type WidgetProps } from './widget.ts'

/** The rows to choose from as they are now: without the row that the field stands in, and without those already chosen. */
const useRowList = ({ field, lists, keys }: WidgetProps, chosen: readonly string[]): CodeList => {
  const row = keys.slice(0, -1)
  const isOwnTable = field.refers?.table.join('/') === row.slice(0, -1).join('/')
  const own = useStored((state) => (isOwnTable ? valueAt(state.settled, [...row, 'id']) : undefined))
  const list = listOf(field, lists)
  const without = chosen.join('/')
  return useMemo(() => {
    const taken = without.split('/')
    return { ...list, entries: list.entries.filter(({ code }) => code !== own && !taken.includes(code)) }
  }, [list, own, without])
}

/** Nothing can be chosen before there are rows: says which table to fill first, and leads there. */
const NoRows = (props: WidgetProps) => {
  const { store, goTo } = useFilling()
  const table = props.field.refers && blockAt(store.template, props.field.refers.table)
  if (table?.block !== 'table') return null
  const first = table.columns.find(({ compute }) => compute === undefined)
  return (
    <span className="pf-no-rows">
      {!props.compact && <span className="pf-quiet">“{table.title}”还没有可选的行 </span>}
      <button
        type="button"
        className="pf-link"
        {...naming(props)}
        aria-labelledby={`${props.labelledBy} ${props.id}`}
        onClick={() => goTo(pointerOf([...table.path, 0, first?.key ?? '']))}
      >
        先填写“{table.title}”
      </button>
    </span>
  )
}

const readRow = ({ field, lists }: WidgetProps) => {
  const single = { ...field, kind: 'reference' as const }
  return (typed: string): string | undefined => {
    const found = fieldKinds.reference.parse(typed, single, lists)
    return 'value' in found ? String(found.value) : undefined
  }
}

const Reference = (props: WidgetProps) => {
  const { store } = useFilling()
  const list = useRowList(props, [])
  if (list.entries.length === 0 && props.value === undefined) return <NoRows {...props} />
  return <ComboBox {...props} list={list} read={readRow(props)} onPick={(id) => store.set(props.keys, id)} />
}

const idsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((id: Json) => typeof id === 'string') : []

const References = (props: WidgetProps) => {
  const { store } = useFilling()
  const chosen = idsOf(props.value)
  const list = useRowList(props, chosen)
  const all = listOf(props.field, props.lists)
  const { maxItems = Number.POSITIVE_INFINITY } = props.field
  const change = (next: (ids: readonly string[]) => readonly string[]) =>
    store.update(props.keys, (value) => {
      const ids = next(idsOf(value))
      return ids.length === 0 ? undefined : ids
    })
  const add = (id: string | undefined) => {
    if (id !== undefined) change((ids) => (ids.includes(id) ? ids : [...ids, id]))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a cell or take its name from the label
    <div role="group" className="pf-references" aria-labelledby={props.labelledBy}>
      <Stray value={props.value} />
      {chosen.length > 0 && (
        <ul className="pf-chosen">
          {chosen.map((id) => (
            <li key={id}>
              {titleOf(all, id)}
              <button
                type="button"
                className="pf-link"
                tabIndex={props.compact ? -1 : undefined}
                onClick={() => change((ids) => ids.filter((one) => one !== id))}
              >
                移除<span className="pf-visually-hidden"> {titleOf(all, id)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length >= maxItems || (list.entries.length === 0 && chosen.length > 0) ? (
        <p className="pf-quiet" id={props.id} tabIndex={-1}>
          {chosen.length >= maxItems ? `已选 ${chosen.length} 项，移除后可再选` : '已全部选上'}
        </p>
      ) : list.entries.length === 0 ? (
        <NoRows {...props} />
      ) : (
        <ComboBox {...props} value={undefined} list={list} read={readRow(props)} onPick={add} />
      )}
    </div>
  )
}

export const reference = { Control: Reference, isGroup: () => false } satisfies Widget
export const references = { Control: References, isGroup: () => true } satisfies Widget
