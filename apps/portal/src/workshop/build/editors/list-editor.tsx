import { isObject, type Json, property } from '@policyforms/core'
import { type Dialect, type Meta, resolved } from '../../model/dialect.ts'
import { freeName } from '../../model/free-name.ts'
import { swapped } from '../../model/swapped.ts'
import type { WholeProps } from './editor-props.ts'
import { ItemActions } from './item-actions.tsx'
import { Siblings } from './siblings.ts'
import { beginOf, variantOf, wordsOf } from './variant-of.ts'

const nameOf = (item: Json, i: number): string => {
  const named = isObject(item) ? (item.title ?? item.label ?? item.id ?? item.key) : undefined
  return typeof named === 'string' && named !== '' ? named : `第 ${i + 1} 项`
}

/** Items one under another, to be added, taken away and moved. A closed set of words is a row of boxes. */
export function ListEditor({ of, schema, value, onChange, id, describedBy, label, Part }: WholeProps) {
  const items: readonly Json[] = Array.isArray(value) ? value : []
  const item = resolved(of, schema.items)
  const set = (next: readonly Json[]) => onChange(next.length > 0 ? next : undefined)
  if (Array.isArray(item.enum) && schema.uniqueItems === true)
    return (
      <fieldset className="box-row" id={id} aria-describedby={describedBy} aria-label={label}>
        {item.enum.map((one) => (
          <label key={String(one)} className="choice-row">
            <input
              type="checkbox"
              checked={items.includes(one)}
              onChange={({ target }) => set(target.checked ? [...items, one] : items.filter((other) => other !== one))}
            />
            {wordsOf(item)(one)}
          </label>
        ))}
      </fieldset>
    )
  const isSimple = variantOf(of, item) !== 'record'
  return (
    <Siblings value={items}>
      <ul className="item-list" id={id} aria-label={label}>
        {items.map((one, i) => {
          const name = nameOf(one, i)
          const editor = (
            <Part
              of={of}
              schema={item}
              value={one}
              id={`${id}-${i}`}
              label={`${label}：${name}`}
              onChange={(next) => set(next === undefined && isSimple ? items.with(i, '') : items.with(i, next ?? {}))}
            />
          )
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
            <li key={i} data-simple={isSimple}>
              {isSimple ? (
                <>
                  <label className="unseen" htmlFor={`${id}-${i}`}>{`${label}第 ${i + 1} 项`}</label>
                  {editor}
                </>
              ) : (
                <details open={items.length <= 2}>
                  <summary>{name}</summary>
                  {editor}
                </details>
              )}
              <ItemActions
                name={name}
                at={i}
                of={items.length}
                onMove={(to) => set(swapped(items, i, to))}
                onRemove={() => set(items.toSpliced(i, 1))}
              />
            </li>
          )
        })}
        <li>
          <button
            type="button"
            className="link"
            aria-describedby={describedBy}
            onClick={() => onChange([...items, nextOf(of, item, items)])}
          >
            添一项
          </button>
        </li>
      </ul>
    </Siblings>
  )
}

/** What another item begins as: with a key that is free, if items have keys. */
const nextOf = (of: Dialect, item: Meta, items: readonly Json[]): Json => {
  const begun = beginOf(of, item)
  const isKeyed = property(property(item.properties, 'key'), 'x-key') === true
  const taken = Object.fromEntries(items.flatMap((one) => (isObject(one) ? [[String(one.key), true]] : [])))
  return isKeyed && isObject(begun) ? { key: freeName(taken, 'item'), ...begun } : begun
}
