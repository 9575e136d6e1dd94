import type { CodeEntry } from '@policyforms/core'
import { Fragment, useId, useMemo, useState } from 'react'
import { type Blank, type Filling, type Fillings, type Made, type Pattern, patterns, ruleOf } from './patterns.ts'
import { optionText, type Pickable, pickables, theDay } from './pickable.ts'
import { readExpression } from './read-expression.ts'
import { SearchPicker } from './search-picker.tsx'
import { type RuleScope, useRuleScope } from './use-rule-scope.ts'

interface PatternFormProps {
  readonly takenIds: readonly string[]
  readonly onMake: (made: Made) => void
  readonly onClose: () => void
}

const groups = [...new Set(patterns.map(({ group }) => group))]

/** The patterns of the cookbook as sentences with blanks: choose one, fill it in, see the rule, take it. */
export function PatternForm({ takenIds, onMake, onClose }: PatternFormProps) {
  const id = useId()
  const [chosen, setChosen] = useState<Pattern>()
  const [filled, setFilled] = useState<Fillings>({})
  const scope = useRuleScope()
  const all = useMemo(() => [...pickables(scope.shape), theDay], [scope.shape])
  const choose = (pattern: Pattern) => {
    setChosen(pattern)
    setFilled(
      Object.fromEntries(
        Object.entries(pattern.blanks).flatMap(([name, { begin }]) =>
          begin === undefined ? [] : [[name, { is: 'word', text: begin, title: begin }]],
        ),
      ),
    )
  }
  const made = chosen && ruleOf(chosen, filled, takenIds)
  return (
    <section className="pattern-form" aria-label="按句式写规则">
      <div className="pattern-head">
        <h2>按句式写规则</h2>
        <button type="button" className="link" onClick={onClose}>
          收起
        </button>
      </div>
      <div className="property">
        <label htmlFor={id}>句式</label>
        <select
          id={id}
          value={chosen?.id ?? ''}
          onChange={({ target }) => {
            const pattern = patterns.find((one) => one.id === target.value)
            if (pattern) choose(pattern)
          }}
        >
          <option value="" disabled>
            选一个句式
          </option>
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {patterns
                .filter((pattern) => pattern.group === group)
                .map((pattern) => (
                  <option key={pattern.id} value={pattern.id}>
                    {pattern.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {chosen && (
        <Sentence
          pattern={chosen}
          filled={filled}
          all={all}
          scope={scope}
          onFill={(name, filling) => setFilled((now) => withFilling(chosen, now, name, filling))}
        />
      )}
      {made && <Preview made={made} scope={scope} />}
      {chosen && (
        <p className="actions">
          <button type="button" className="button primary" disabled={!made} onClick={() => made && onMake(made)}>
            添加这条规则
          </button>
          {!made && <span className="secondary">把空填满就可以添加。</span>}
        </p>
      )}
    </section>
  )
}

/** What depends on a blank is empty again when that blank is filled anew. */
const withFilling = (pattern: Pattern, now: Fillings, name: string, filling: Filling): Fillings => {
  const kept = Object.entries(now).filter(([other]) => {
    const blank = pattern.blanks[other]
    return blank?.of !== name && blank?.beside !== name
  })
  return { ...Object.fromEntries(kept), [name]: filling }
}

interface SentenceProps {
  readonly pattern: Pattern
  readonly filled: Fillings
  readonly all: readonly Pickable[]
  readonly scope: RuleScope
  readonly onFill: (name: string, filling: Filling) => void
}

function Sentence({ pattern, filled, all, scope, onFill }: SentenceProps) {
  // Words and blanks in turn: the odd pieces are names of blanks.
  const pieces = pattern.sentence.split(/\{([\w.]+)\}/)
  return (
    <p className="pattern-sentence">
      {pieces.map((piece, i) => {
        const key = `${i} ${piece}`
        if (i % 2 === 0) return <Fragment key={key}>{piece}</Fragment>
        const blank = pattern.blanks[piece]
        if (!blank) {
          const [name = ''] = piece.split('.')
          const filling = filled[name]
          return (
            <Fragment key={key}>
              {filling?.is === 'field' ? `“${filling.field.table?.title ?? ''}”` : '这张表格'}
            </Fragment>
          )
        }
        return (
          <BlankField key={key} name={piece} blank={blank} filled={filled} all={all} scope={scope} onFill={onFill} />
        )
      })}
    </p>
  )
}

interface BlankFieldProps extends Omit<SentenceProps, 'pattern'> {
  readonly name: string
  readonly blank: Blank
}

function BlankField({ name, blank, filled, all, scope, onFill }: BlankFieldProps) {
  const filling = filled[name]
  const other = blank.of === undefined ? undefined : filled[blank.of]
  if (blank.takes === 'literal')
    return (
      <input
        type="text"
        className="number"
        inputMode="decimal"
        aria-label={blank.label}
        value={filling?.is === 'word' ? filling.text : ''}
        onChange={({ target }) => {
          const text = target.value.normalize('NFKC').replace(/[^\d.-]/g, '')
          onFill(name, { is: 'word', text, title: text })
        }}
      />
    )
  if (blank.takes === 'option' || blank.takes === 'parameter') {
    const field = other?.is === 'field' ? other.field : undefined
    const words = field ? wordsFor(blank.takes, field, scope) : []
    return (
      <SearchPicker
        label={blank.label}
        placeholder={field ? blank.label : '先填前面的空'}
        chosen={filling?.is === 'word' ? filling.title : ''}
        choices={words.map(({ code, title }) => ({ key: code, title, detail: code === title ? '' : code }))}
        onPick={(code) =>
          onFill(name, {
            is: 'word',
            text: field ? optionText(field, code) : JSON.stringify(code),
            title: words.find((one) => one.code === code)?.title ?? code,
          })
        }
      />
    )
  }
  const { takes } = blank
  const beside = blank.beside === undefined ? undefined : filled[blank.beside]
  const table = beside?.is === 'field' ? beside.field.table?.text : undefined
  const fits = all.filter(
    (one) => one.takes.includes(takes) && (blank.beside === undefined || one.table?.text === table),
  )
  return (
    <SearchPicker
      label={blank.label}
      placeholder={blank.label}
      chosen={filling?.is === 'field' ? filling.field.title : ''}
      choices={fits.map(({ text, trail, unit }) => ({
        key: text,
        title: trail,
        detail: unit ? `${text} ${unit}` : text,
      }))}
      onPick={(text) => {
        const field = fits.find((one) => one.text === text)
        if (field) onFill(name, { is: 'field', field })
      }}
    />
  )
}

/** Options of a choice, or what its code list has parameters for. */
const wordsFor = (
  takes: 'option' | 'parameter',
  { options = [], list }: Pickable,
  { parameters }: RuleScope,
): readonly Pick<CodeEntry, 'code' | 'title'>[] => {
  if (takes === 'option') return options
  const names = list === undefined ? [] : Object.keys(parameters.get(list) ?? {})
  return names.map((name) => ({ code: name, title: name }))
}

function Preview({ made, scope }: { readonly made: Made; readonly scope: RuleScope }) {
  const path = made.eachRow ? [...made.holder, '*'] : made.holder
  const assert = String(made.rule.assert)
  const read = readExpression(assert, path, scope.shape, scope.parameters, 'truth')
  return (
    <dl className="pattern-preview">
      <div>
        <dt>判断</dt>
        <dd>
          <code>{assert}</code>
        </dd>
      </div>
      {read.words && (
        <div>
          <dt>读作</dt>
          <dd>{read.words}</dd>
        </div>
      )}
      {read.faults.map(({ text }) => (
        <div key={text}>
          <dt>问题</dt>
          <dd className="error-words">{text}</dd>
        </div>
      ))}
      <div>
        <dt>提示</dt>
        <dd>{String(made.rule.message)}</dd>
      </div>
    </dl>
  )
}
