import { type Json, property, valueAt } from '@policyforms/core'
import type { Keys } from '@policyforms/core/editing'
import { useState } from 'react'
import { useOutline } from '../build/use-outline.ts'
import { allNodes, type OutlineNode, parsed } from '../model/outline.ts'
import { rulesIn, wordsOfRule } from '../rules/rule-list.ts'
import { citedIn } from './cited.ts'

interface Carrying {
  readonly keys: Keys
  readonly title: string
  readonly level: number
  readonly isRule: boolean
  readonly refs: readonly string[]
}

const clauseOf = (value: Json | undefined, isRule: boolean) => citedIn(property(value, isRule ? 'clause' : 'x-clause'))

/** Every node and rule of a template that may carry a clause, rules below their nodes. */
const carryingIn = (text: string, nodes: readonly OutlineNode[]): readonly Carrying[] => {
  const root = parsed(text)
  const rules = rulesIn(text)
  return allNodes(nodes).flatMap(({ keys, id, title }) => {
    const level = keys.filter((key) => key === 'properties').length
    const own = { keys, title, level, isRule: false, refs: clauseOf(valueAt(root, keys), false) }
    const below = rules
      .filter(({ node }) => node === id)
      .map((rule) => ({
        keys: rule.keys,
        title: `规则：${wordsOfRule(rule.rule)}`,
        level: level + 1,
        isRule: true,
        refs: clauseOf(rule.rule, true),
      }))
    return [own, ...below]
  })
}

interface HangTreeProps {
  readonly text: string
  readonly clause: string | undefined
  readonly onHang: (keys: Keys, ref: string) => void
}

export const clauseType = 'application/x-policyforms-clause'

/** The fields and rules of a template, to drop a clause on, or to hang the one in hand on by keyboard. */
export function HangTree({ text, clause, onHang }: HangTreeProps) {
  const { nodes } = useOutline()
  const [over, setOver] = useState<string>()
  const [wanted, setWanted] = useState('')
  const all = carryingIn(text, nodes).filter(({ title }) => title.includes(wanted.trim()))
  return (
    <section className="hang-tree" aria-label="字段和规则">
      <input
        type="text"
        aria-label="查找字段和规则"
        placeholder="查找字段和规则"
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      {all.length === 0 && <p className="secondary">没有找到。</p>}
      <ul>
        {all.map(({ keys, title, level, isRule, refs }) => {
          const id = keys.join('/')
          const isHung = clause !== undefined && refs.includes(clause)
          return (
            <li
              key={id}
              data-level={Math.min(level, 6)}
              data-rule={isRule}
              data-over={over === id}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes(clauseType)) return
                event.preventDefault()
                setOver(id)
              }}
              onDragLeave={() => setOver(undefined)}
              onDrop={(event) => {
                event.preventDefault()
                setOver(undefined)
                const ref = event.dataTransfer.getData(clauseType)
                if (ref) onHang(keys, ref)
              }}
            >
              <span className="hang-title">{title}</span>
              {refs.length > 0 && <span className="secondary">{refs.length} 条</span>}
              {clause !== undefined &&
                (isHung ? (
                  <span className="passed">已挂</span>
                ) : (
                  <button
                    type="button"
                    className="link"
                    aria-label={`挂到${title}`}
                    onClick={() => onHang(keys, clause)}
                  >
                    挂上
                  </button>
                ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
