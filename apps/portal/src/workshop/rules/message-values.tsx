import { type JsonObject, type Path, property } from '@policyforms/core'
import { useMemo } from 'react'
import { ExpressionField } from './expression-editor.tsx'
import { namesIn, nameValue, oddNamesIn, showValue, valuesOf } from './message-names.ts'
import type { Example } from './on-example.ts'
import { inRow, isMeant, type Pickable, pickables, type Shape } from './pickable.ts'
import { SearchPicker } from './search-picker.tsx'
import { useRuleScope } from './use-rule-scope.ts'

interface MessageValuesProps {
  readonly rule: JsonObject
  readonly path: Path
  readonly example: Example | undefined
  readonly onChange: (rule: JsonObject) => void
}

/** The values that a message shows: one for each name in it, those that it no longer names, and what may be added. */
export function MessageValues({ rule, path, example, onChange }: MessageValuesProps) {
  const { shape } = useRuleScope()
  const shown = useMemo(() => shownIn(shape, path), [shape, path])
  const given = valuesOf(rule)
  const named = namesIn(rule)
  const set = (name: string, text: string) => {
    const { [name]: _, ...others } = given
    const next = text.trim() === '' ? others : name in given ? { ...given, [name]: text } : { ...others, [name]: text }
    const { values: __, ...bare } = rule
    onChange(
      Object.keys(next).length > 0 ? ('values' in rule ? { ...rule, values: next } : { ...bare, values: next }) : bare,
    )
  }
  const names = [...new Set([...Object.keys(given), ...named])]
  return (
    <>
      {oddNamesIn(rule).map((odd) => (
        <OddName
          key={odd}
          odd={odd}
          fields={shown}
          onTake={(one) => onChange(nameValue(rule, odd, keyOf(one), one.text))}
        />
      ))}
      <SearchPicker
        label="在提示里带出一个值"
        placeholder="带出一个值：打名称的几个字"
        choices={shown.map(({ text, trail }) => ({ key: text, title: trail, detail: text }))}
        onPick={(text) => {
          const one = shown.find((field) => field.text === text)
          if (one) onChange(showValue(rule, keyOf(one), text))
        }}
      />
      {names.length > 0 && (
        <fieldset className="rule-values">
          <legend>提示里的值</legend>
          {names.map((name) => (
            <div key={name} className="rule-value">
              <code>{`{${name}}`}</code>
              <div>
                <ExpressionField
                  label={`提示里的 ${name}`}
                  value={String(property(given, name) ?? '')}
                  path={path}
                  example={example}
                  onChange={(text) => set(name, text)}
                />
                {!named.includes(name) && <p className="secondary">提示里没有用到。清空就去掉。</p>}
              </div>
            </div>
          ))}
        </fieldset>
      )}
    </>
  )
}

/** What reads as a value in a sentence: of the row where there is one, else of the whole. */
const shownIn = (shape: Shape, path: Path): readonly Pickable[] => {
  const all = pickables(shape)
  const fits = ({ takes }: Pickable) => takes.some((one) => one !== 'any' && one !== 'table' && one !== 'numbers')
  return [...inRow(all, path).filter(fits), ...all.filter((one) => fits(one) && (one.table === undefined || one.isSum))]
}

const keyOf = ({ path }: Pickable): string => path.at(-1) ?? 'value'

const mostOffered = 4

function OddName({
  odd,
  fields,
  onTake,
}: {
  readonly odd: string
  readonly fields: readonly Pickable[]
  readonly onTake: (field: Pickable) => void
}) {
  const meant =
    odd === '' ? [] : fields.filter((field) => field.title === odd || isMeant(field, odd)).slice(0, mostOffered)
  return (
    <div className="odd-name" role="status">
      <p className="error-words">
        花括号里要写英文的代称，“{odd}”会原样印出来。
        {meant.length > 0 ? '要带出的是不是：' : '请在下面选要带出的值，再删去它。'}
      </p>
      {meant.length > 0 && (
        <p className="actions">
          {meant.map((field) => (
            <button key={field.text} type="button" className="button" onClick={() => onTake(field)}>
              {field.trail}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
