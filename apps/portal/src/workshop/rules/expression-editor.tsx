import type { Path, RuleType } from '@policyforms/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { EditorProps } from '../build/editors/editor-props.ts'
import { answerPath } from '../model/answer-path.ts'
import { keysOfId } from '../model/outline.ts'
import { useWorkbench } from '../workbench-context.ts'
import { type MountedExpression, mountExpression } from './mount-expression.ts'
import { type Example, partValues, shown, valuesOn, verdictNames, verdictOf } from './on-example.ts'
import { readExpression } from './read-expression.ts'
import { completingAt, useExample, useRuleScope } from './use-rule-scope.ts'
import { useTyping } from './use-typing.ts'
import './expression.css'

interface ExpressionFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Where it stands among the answers. */
  readonly path: Path
  readonly wanted?: RuleType['is']
  readonly example: Example | undefined
  readonly beginsFocused?: boolean
}

/** An expression with completion by titles, its faults, what it says, and what it comes to on an example. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, value, onChange, path, wanted, example, beginsFocused = false } = props
  const host = useRef<HTMLDivElement>(null)
  const mounted = useRef<MountedExpression>(undefined)
  const { shape, parameters } = useRuleScope()
  const place = path.join('/')
  const completing = useMemo(() => completingAt(shape, place === '' ? [] : place.split('/')), [shape, place])
  const read = useMemo(
    () => readExpression(value, place === '' ? [] : place.split('/'), shape, parameters, wanted),
    [value, place, shape, parameters, wanted],
  )
  const typing = useTyping()
  const latest = useRef({ onChange, completing, typing })
  latest.current = { onChange, completing, typing }
  useEffect(() => {
    if (!host.current) return
    const made = mountExpression(host.current, label, {
      onChange: (text) => {
        latest.current.typing.went()
        latest.current.onChange(text)
      },
      onLeave: () => latest.current.typing.left(),
      completing: () => latest.current.completing,
    })
    mounted.current = made
    if (beginsFocused) made.focus()
    return () => made.close()
  }, [label, beginsFocused])
  useEffect(() => mounted.current?.setText(value), [value])
  const isKnown = shape.sections.length > 0
  const faults = useMemo(
    () => (isKnown ? read.faults.filter((fault) => !typing.hushes(fault)) : []),
    [isKnown, read, typing],
  )
  useEffect(() => mounted.current?.setFaults(faults), [faults])
  return (
    <div className="expression">
      <div ref={host} className="expression-host" data-faulty={faults.length > 0} />
      <div className="expression-says" aria-live="polite">
        {faults.map(({ start, text }) => (
          <p key={`${start} ${text}`} className="error-words">
            第 {start + 1} 个字符：{text}
          </p>
        ))}
        {read.words && <p className="in-words">读作：{read.words}</p>}
        {!isKnown && value !== '' && <p className="secondary">模板的结构还有问题，改好以后才能检查这里的算式。</p>}
      </div>
      {read.expression && example && <OnExample example={example} path={path} expression={read.expression} />}
    </div>
  )
}

function OnExample({
  example,
  path,
  expression,
}: {
  readonly example: Example
  readonly path: Path
  readonly expression: NonNullable<ReturnType<typeof readExpression>['expression']>
}) {
  const values = valuesOn(example, path, expression)
  const isTruth = expression.type.is === 'truth'
  const parts = partValues(example, path, expression)
  const said = isTruth ? verdictNames[verdictOf(values)] : values.slice(0, 8).map(shown).join('；')
  return (
    <dl className="on-example">
      <div>
        <dt>示例里</dt>
        <dd data-verdict={isTruth ? verdictOf(values) : undefined}>
          {values.length === 0 ? '没有行，不判' : said}
          {isTruth && values.length > 1 && `（${values.length} 行：${values.map(rowVerdict).join('、')}）`}
        </dd>
      </div>
      {parts.map(({ words, value }) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const rowVerdict = (value: unknown): string => (value === true ? '成立' : value === false ? '不成立' : '不判')

/** The editor of any keyword that the meta-schema says is an expression, at the node in hand. */
export function ExpressionEditor({ value, onChange, label }: EditorProps) {
  const { selected } = useWorkbench()
  const example = useExample('complete')
  const [isOpen, setOpen] = useState(false)
  const text = typeof value === 'string' ? value : ''
  if (text === '' && !isOpen)
    return (
      <button type="button" className="link" onClick={() => setOpen(true)}>
        写一个算式
      </button>
    )
  return (
    <ExpressionField
      label={label}
      value={text}
      path={answerPath(keysOfId(selected.at(-1) ?? ''))}
      example={example}
      beginsFocused={isOpen}
      onChange={(next) => onChange(next.trim() === '' ? undefined : next)}
    />
  )
}
