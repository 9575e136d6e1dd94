import { property, valueAt } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { Empty } from '../../parts/page-states.tsx'
import { parsed } from '../model/outline.ts'
import { titleOfTemplate } from '../model/template-title.ts'
import { wordsOfRule } from '../rules/rule-list.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { ClauseDetail } from './clause-detail.tsx'
import { clauseType, HangTree } from './hang-tree.tsx'
import {
  type CitingPlace,
  clausesOfPolicy,
  followRefs,
  hangClause,
  isCarrier,
  isCopied,
  mergeClause,
  placesCiting,
  policyPath,
  setClause,
  splitClause,
  takeOff,
  type WrittenClause,
} from './policy-edits.ts'
import { ReadPolicyDialog } from './read-policy-dialog.tsx'
import { useSource } from './use-source.ts'
import './clauses.css'

/** 条款: the clauses of the pack's policies, what is still to be done about them, and where they are hung. */
export default function Clauses() {
  const { store, select } = useWorkbench()
  const [, go] = useLocation()
  const file = useWorking((state) => state.file)
  const files = useWorking((state) => state.history.now)
  const coverage = useWorking((state) => state.result?.coverage)
  const { pack } = store.copy
  const policies = useMemo(
    () =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${pack}/policies/`))
        .map((path) => path.slice(pack.length + 10, -5)),
    [files, pack],
  )
  const [chosenPolicy, setPolicy] = useState<string>()
  const policy = chosenPolicy !== undefined && policies.includes(chosenPolicy) ? chosenPolicy : (policies[0] ?? '')
  const path = policyPath(pack, policy)
  const text = files.get(path) ?? ''
  const clauses = useMemo(() => clausesOfPolicy(text), [text])
  const { source, change: changeSource } = useSource(pack, policy)
  const [chosen, setChosen] = useState<number>()
  const [isReading, setReading] = useState(false)
  const refOf = (clause: WrittenClause) => `${policy}#${clause.id}`
  const carriers = useMemo(
    () => new Map(clauses.map((one) => [one.id, placesCiting(files, pack, `${policy}#${one.id}`).filter(isCarrier)])),
    [clauses, files, pack, policy],
  )
  const told = coverage?.policies.find(({ id }) => id === policy)?.clauses
  const othersOf = (clause: WrittenClause): readonly string[] => {
    const known = told?.find(({ ref }) => ref === refOf(clause))?.carriers ?? []
    return (carriers.get(clause.id)?.length ?? 0) > 0 ? [] : [...new Set(known.map(({ label }) => label))]
  }
  const isDone = (clause: WrittenClause) => (carriers.get(clause.id)?.length ?? 0) > 0 || othersOf(clause).length > 0
  const asking = clauses.filter(({ asksNothing }) => !asksNothing)
  const done = asking.filter(isDone).length
  const rows = clauses.map((clause, index) => ({ clause, index, state: stateOf(clause, isDone(clause)) }))
  const ordered = [...rows.filter(({ state }) => state === 'open'), ...rows.filter(({ state }) => state !== 'open')]
  const clause = chosen === undefined ? undefined : clauses[chosen]

  const write = (next: string, did: string) => store.write(path, next, did)
  const moveSource = (from: string, to: string, keep = false) => {
    if (!source) return
    const { [from]: text = [], ...others } = source
    changeSource({ ...others, ...(keep && { [from]: text }), [to]: [...(others[to] ?? []), ...text] })
  }
  const labelOf = ({ file: where, keys }: CitingPlace): string => {
    const own = store.textOf(where)
    const titles = keys.flatMap((_, i) => {
      const title = property(valueAt(parsed(own), keys.slice(0, i)), 'title')
      return i > 0 && typeof title === 'string' ? [title] : []
    })
    const rule = valueAt(parsed(own), keys.slice(0, -1))
    const name = property(rule, 'assert') === undefined ? [] : [`规则：${wordsOfRule(rule)}`]
    return [titleOfTemplate(own, where.split('/').at(-1) ?? where), ...titles, ...name].join(' › ')
  }
  if (policies.length === 0)
    return (
      <div className="clauses-empty">
        <Empty title="还没有政策">
          <p>读入政策原文，按编号分成条款，再挂到字段和规则上，就知道哪些要求还没有落实。</p>
          <p className="actions">
            <button type="button" className="button primary" onClick={() => setReading(true)}>
              读入政策原文
            </button>
          </p>
        </Empty>
        {isReading && (
          <ReadPolicyDialog pack={pack} taken={policies} onClose={() => setReading(false)} onMade={onMade} />
        )}
      </div>
    )
  function onMade(made: string, content: string) {
    store.write(made, content, '读入政策')
    setPolicy(made.slice(pack.length + 10, -5))
    setChosen(0)
  }
  return (
    <div className="clauses-page">
      <section className="clauses-list" aria-label="条款">
        <div className="clauses-tools">
          <select
            aria-label="政策"
            value={policy}
            onChange={({ target }) => {
              setPolicy(target.value)
              setChosen(undefined)
            }}
          >
            {policies.map((id) => (
              <option key={id} value={id}>
                {titleOfTemplate(store.textOf(policyPath(pack, id)), id)}
              </option>
            ))}
          </select>
          <button type="button" className="button" onClick={() => setReading(true)}>
            读入政策原文
          </button>
          <label className="clauses-progress">
            已落实 {done} / {asking.length}
            <progress value={done} max={Math.max(1, asking.length)} />
          </label>
        </div>
        <ul>
          {ordered.map(({ clause: one, index, state }) => (
            <li key={one.id}>
              <button
                type="button"
                className="list-row clause-row"
                aria-pressed={index === chosen}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.setData(clauseType, refOf(one))
                  event.dataTransfer.effectAllowed = 'link'
                }}
                onClick={() => setChosen(index)}
              >
                <span className="clause-row-head">
                  <strong>{one.heading}</strong>
                  <span className="clause-state" data-state={state}>
                    {stateNames[state]}
                  </span>
                </span>
                <span className="secondary clause-row-gist">{one.gist}</span>
                {isCopied(one.gist, source?.[one.id]) && <span className="to-reword">待改写</span>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="clauses-detail" aria-label="这一条">
        {clause && chosen !== undefined ? (
          <ClauseDetail
            clause={clause}
            isFirst={chosen === 0}
            source={source?.[clause.id]}
            carriers={(carriers.get(clause.id) ?? []).map((place) => ({ place, label: labelOf(place) }))}
            others={othersOf(clause)}
            onChange={(change) => write(setClause(text, chosen, change), `改条款 ${clause.id}`)}
            onRename={(id) => {
              if (clauses.some((one) => one.id === id)) return
              const followed = followRefs(files, pack, refOf(clause), `${policy}#${id}`)
              store.replace(new Map(followed).set(path, setClause(text, chosen, { id })), `改条款 ${clause.id} 的编号`)
              moveSource(clause.id, id)
            }}
            onMerge={() => {
              const before = clauses[chosen - 1]
              if (!before) return
              const followed = followRefs(files, pack, refOf(clause), refOf(before))
              store.replace(new Map(followed).set(path, mergeClause(text, chosen)), `并入上一条`)
              moveSource(clause.id, before.id)
              setChosen(chosen - 1)
            }}
            onSplit={(at) => {
              const next = splitClause(text, chosen, at)
              write(next, `分开条款 ${clause.id}`)
              const added = clausesOfPolicy(next)[chosen + 1]
              if (next !== text && added) moveSource(clause.id, added.id, true)
            }}
            onRemove={() => {
              const followed = followRefs(files, pack, refOf(clause), undefined)
              const next = setValue(text, ['clauses', chosen], undefined)
              store.replace(new Map(followed).set(path, next), `删除条款 ${clause.id}`)
              setChosen(undefined)
            }}
            onGo={({ file: where, keys }) => {
              if (where.endsWith('.schema.json')) store.show(where)
              const node = keys.findLastIndex((key, i) => i > 0 && keys[i - 1] === 'properties' && key !== '')
              select(node > 0 ? [keys.slice(0, node + 1).join('/')] : [])
              if (where.endsWith('.schema.json')) go(`/workshop/${pack}/build`)
            }}
            onTakeOff={(place) => store.replace(takeOff(files, place, refOf(clause)), `取下条款 ${clause.id}`)}
          />
        ) : (
          <p className="secondary">选一条来改它的编号、标题和要求，看它落实在哪里。没有落实的排在前面。</p>
        )}
      </section>
      <HangTree
        text={files.get(file) ?? ''}
        clause={clause && refOf(clause)}
        onHang={(keys, ref) => store.replace(hangClause(files, file, keys, ref), `挂上条款 ${ref}`)}
      />
      {isReading && <ReadPolicyDialog pack={pack} taken={policies} onClose={() => setReading(false)} onMade={onMade} />}
    </div>
  )
}

type ClauseState = 'open' | 'done' | 'nothing'
const stateNames: Readonly<Record<ClauseState, string>> = { open: '待落实', done: '已落实', nothing: '没有要求' }
const stateOf = ({ asksNothing }: WrittenClause, isDone: boolean): ClauseState =>
  asksNothing ? 'nothing' : isDone ? 'done' : 'open'
