import { isObject, valueAt } from '@policyforms/core'
import { useEffect, useId, useRef } from 'react'
import { dialect, fieldKindsOf, keywordsOf, nameOfKind } from '../model/dialect.ts'
import { faultWords } from '../model/fault-words.ts'
import { type OutlineNode, parsed } from '../model/outline.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { KeyInput } from './key-input.tsx'
import { PropertyForm } from './property-form.tsx'
import { RequireAll } from './require-all.tsx'
import { SplitField } from './split-field.tsx'
import type { NodeActions } from './use-node-actions.ts'
import type { OutlineView } from './use-outline.ts'

interface NodePanelProps {
  readonly view: OutlineView
  readonly node: OutlineNode
  readonly actions: NodeActions
  /** It was added a moment ago: the name is what is written first. */
  readonly isBegun: boolean
}

/** Everything about the node in hand: what is wrong with it, what it is called, and what it says of itself. */
export function NodePanel({ view, node, actions, isBegun }: NodePanelProps) {
  const panel = useNaming(isBegun)
  const value = valueAt(parsed(view.text), node.keys)
  const kinds = ['section', 'group', 'table', 'matrix'].includes(node.kind) ? [node.kind] : fieldKindsOf(dialect)
  const faults = view.issues.filter((issue) => issue.at === `/${node.id}` || issue.at.startsWith(`/${node.id}/`))
  const own = faults.filter((issue) => !node.children.some((child) => issue.at.startsWith(`/${child.id}`)))
  const { store } = useWorkbench()
  const isPublished = store.publishedKey(store.state().file, node.keys) !== undefined
  const files = useWorking((state) => state.history.now)
  const id = useId()
  if (!isObject(value)) return null
  return (
    <section ref={panel} className="node-panel" aria-label={`${node.title}的设置`}>
      <div className="node-head">
        <h2>{node.title}</h2>
        {node.kind === 'group' && (
          <button type="button" className="button" onClick={() => actions.toTable(node.id)}>
            改成表格
          </button>
        )}
      </div>
      {own.length > 0 && (
        <ul className="node-faults" aria-label="这一项的问题">
          {own.map((issue) => (
            <li key={`${issue.code} ${issue.at} ${JSON.stringify(issue.params)}`} data-severity={issue.severity}>
              <span className="sign">{issue.severity === 'error' ? '错误' : '提醒'}</span>{' '}
              {faultWords(issue, files).what}
            </li>
          ))}
        </ul>
      )}
      <div className="node-basics">
        <KeyInput
          name={node.key}
          isRight={(typed) => /^[a-z][A-Za-z0-9]*$/.test(typed)}
          help="以小写英文字母开头，只用英文字母和数字。"
          about="存放内容用的名字，填写人看不到。"
          onRename={(key) => actions.rename(node.id, key)}
        />
        {node.kind !== 'ref' && (
          <div className="property">
            <label htmlFor={`${id}-kind`}>种类</label>
            <select
              id={`${id}-kind`}
              value={node.kind}
              disabled={kinds.length === 1}
              onChange={({ target }) => actions.changeKind(node.id, target.value)}
            >
              {!kinds.includes(node.kind) && <option value={node.kind}>{node.kind || '（没有写）'}</option>}
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {nameOfKind(dialect, kind)}
                </option>
              ))}
            </select>
          </div>
        )}
        {node.children.length > 0 && <RequireAll nodes={node.children} actions={actions} />}
        {!['section', 'group'].includes(node.kind) && (
          <label className="choice-row">
            <input
              type="checkbox"
              checked={node.isRequired}
              onChange={({ target }) => actions.require(node.id, target.checked)}
            />
            必填
          </label>
        )}
      </div>
      {typeof value.$ref === 'string' && (
        <p className="notice">
          <span className="sign">引用</span>
          <span>
            内容来自 <code>{value.$ref}</code>，改它要到那里去。在这里写的关键字只在这里生效，盖过原来的。
          </span>
        </p>
      )}
      <PropertyForm
        of={dialect}
        keywords={keywordsOf(dialect, node.becomes ?? node.kind)}
        node={value}
        onChange={(keyword, next, label) => actions.set(node.id, keyword, next, label)}
      />
      {node.kind === 'text' && isPublished && value['x-was'] === undefined && (
        <SplitField onSplit={(sign) => actions.split(node.id, sign)} />
      )}
    </section>
  )
}

/** Leads the hand of who has just added something to its name. */
const useNaming = (isBegun: boolean) => {
  const panel = useRef<HTMLElement>(null)
  const first = useRef(isBegun)
  useEffect(() => {
    if (first.current) panel.current?.querySelector<HTMLInputElement>('[data-keyword="title"] input')?.select()
  }, [])
  return panel
}
