import { isObject, type JsonObject, property } from '@policyforms/core'
import { resolved } from '../../model/dialect.ts'
import { freeName } from '../../model/free-name.ts'
import { KeyInput } from '../key-input.tsx'
import { useNames } from '../names.ts'
import type { WholeProps } from './editor-props.ts'
import { ItemActions } from './item-actions.tsx'
import { beginOf, variantOf } from './variant-of.ts'

const titleOf = (key: string, held: JsonObject[string]): string => {
  const title = property(held, 'title')
  return typeof title === 'string' && title !== '' ? title : key
}

/** Another key in the same place. */
const renamed = (map: JsonObject, from: string, to: string): JsonObject =>
  Object.fromEntries(Object.entries(map).map(([key, held]) => [key === from ? to : key, held]))

/** One place earlier. */
const raised = (map: JsonObject, at: number): JsonObject => {
  const entries = Object.entries(map)
  const [one] = entries.splice(at, 1)
  return Object.fromEntries(one ? entries.toSpliced(at - 1, 0, one) : entries)
}

/** Entries under keys of their own, to be added, named, moved and taken away. */
export function MapEditor({ of, schema, value, onChange, id, label, describedBy, Part }: WholeProps) {
  const map = isObject(value) ? value : {}
  const held = resolved(of, schema.additionalProperties)
  const entries = Object.entries(map)
  const isShort = !['record', 'map', 'list'].includes(variantOf(of, held))
  const set = (next: JsonObject) => onChange(Object.keys(next).length > 0 ? next : undefined)
  return (
    <ul className="item-list" id={id} aria-label={label}>
      {entries.map(([key, one], i) => {
        const name = titleOf(key, one)
        const editor = (
          <Part
            of={of}
            schema={held}
            value={one}
            id={`${id}-${key}`}
            label={`${label}：${name}`}
            onChange={(next) => set({ ...map, [key]: next ?? beginOf(of, held) })}
          />
        )
        const keyEditor = (
          <KeyOfMap map={map} name={key} schema={schema} onRename={(to) => set(renamed(map, key, to))} />
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: under another key it is the same entry, and stays open
          <li key={i} data-key={key}>
            {isShort ? (
              <div className="pair">
                {keyEditor}
                <label className="unseen" htmlFor={`${id}-${key}`}>{`${label}：${name}`}</label>
                {editor}
              </div>
            ) : (
              <details open={entries.length <= 1}>
                <summary>
                  {name} <code className="secondary">{key}</code>
                </summary>
                <div className="entry">
                  {keyEditor}
                  {editor}
                </div>
              </details>
            )}
            <ItemActions
              name={name}
              at={i}
              of={entries.length}
              onMove={(to) => set(raised(map, Math.max(i, to)))}
              onRemove={() => set(Object.fromEntries(entries.filter(([other]) => other !== key)))}
            />
          </li>
        )
      })}
      <li>
        <AddEntry
          map={map}
          schema={schema}
          describedBy={describedBy}
          onAdd={(key) => onChange({ ...map, [key]: beginOf(of, held) })}
        />
      </li>
    </ul>
  )
}

interface OfMap {
  readonly map: JsonObject
  readonly schema: WholeProps['schema']
}

const patternOf = (schema: OfMap['schema']): RegExp => {
  const pattern = property(schema.propertyNames, 'pattern')
  return new RegExp(typeof pattern === 'string' ? pattern : '.')
}

/** The key of an entry. */
function KeyOfMap(props: OfMap & { readonly name: string; readonly onRename: (to: string) => void }) {
  const { map, name, schema, onRename } = props
  const what = property(schema.propertyNames, 'x-names')
  if (typeof what === 'string') return <NameAsKey {...props} what={what} />
  return (
    <KeyInput
      className="key-of-map"
      name={name}
      isRight={(typed) => patternOf(schema).test(typed) && (typed === name || !Object.hasOwn(map, typed))}
      help="程序里用的名字：以小写英文字母开头，只用英文字母和数字，不重复。"
      onRename={onRename}
    />
  )
}

/** A key that names something else, chosen by its title. */
function NameAsKey({
  map,
  name,
  what,
  onRename,
}: OfMap & { readonly name: string; readonly what: string; readonly onRename: (to: string) => void }) {
  const names = useNames(what).filter(([one]) => one === name || !Object.hasOwn(map, one))
  return (
    <select aria-label="哪一项" value={name} onChange={({ target }) => onRename(target.value)}>
      {!names.some(([one]) => one === name) && <option value={name}>{name}（没有这一项）</option>}
      {names.map(([one, title]) => (
        <option key={one} value={one}>
          {title}
        </option>
      ))}
    </select>
  )
}

function AddEntry({
  map,
  schema,
  describedBy,
  onAdd,
}: OfMap & { readonly describedBy: string | undefined; readonly onAdd: (key: string) => void }) {
  const what = property(schema.propertyNames, 'x-names')
  const names = useNames(typeof what === 'string' ? what : '')
  const free = typeof what === 'string' ? names.find(([one]) => !Object.hasOwn(map, one))?.[0] : freeName(map, 'item1')
  return (
    <button
      type="button"
      className="link"
      aria-describedby={describedBy}
      disabled={free === undefined}
      onClick={() => free !== undefined && onAdd(free)}
    >
      添一项
    </button>
  )
}
