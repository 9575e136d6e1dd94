import { keysOf } from '@policyforms/core'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Skeleton } from '../../parts/page-states.tsx'
import { idOf } from '../model/outline.ts'
import { useWorkbench } from '../workbench-context.ts'
import { BrokenNotice } from './broken-notice.tsx'
import { BuildTools } from './build-tools.tsx'
import { type Beside, keepBeside, keptBeside } from './kept-beside.ts'
import type { TextPosition } from './mount-json-editor.ts'
import { NodePanel } from './node-panel.tsx'
import { outlineKeys } from './outline-keys.ts'
import { OutlineTree } from './outline-tree.tsx'
import { ManyPanel } from './require-all.tsx'
import { idUnder, useSameNode } from './same-node.ts'
import { TemplatePanel } from './template-panel.tsx'
import { useNodeActions } from './use-node-actions.ts'
import { useOutline } from './use-outline.ts'
import './build.css'

const PreviewPane = lazy(() => import('../try/preview-pane.tsx'))
const JsonEditor = lazy(async () => ({ default: (await import('./json-editor.tsx')).JsonEditor }))

/** What stood open in the outlines, for when one comes back from another page. */
const lastOpen = new Map<string, ReadonlySet<string>>()

const offered = { preview: '预览', json: 'JSON' } as const

/** 搭建: the outline, what the node in hand says of itself, and beside them a preview or the JSON. All edit the same text. */
export default function Build() {
  const { store, selected: chosenIds, select } = useWorkbench()
  const view = useOutline()
  const file = store.state().file
  const [expanded, setExpanded] = useState(() => lastOpen.get(file) ?? new Set(view.nodes.map(({ id }) => id)))
  useEffect(() => {
    lastOpen.set(file, expanded)
  }, [file, expanded])
  const same = useSameNode(view.byId)
  const selected = useSelected(chosenIds, same.idNow, select)
  const begun = useRef('')
  const actions = useNodeActions(
    view,
    (from, to) => {
      same.becomes(from, to)
      setExpanded((ids) => new Set([...ids, ...[...ids].flatMap((id) => idUnder(id, from, to))]))
    },
    (id) => {
      begun.current = id
    },
  )
  const [chosen, setChosen] = useState(keptBeside)
  const [goTo, setGoTo] = useState<TextPosition>()
  const { isBroken } = view
  // What is written wrong can be mended only there.
  const beside: Beside = isBroken ? 'json' : chosen
  const show = (next: Beside) => {
    keepBeside(next)
    setChosen(next)
  }
  const node = view.byId.get(selected.at(-1) ?? '')
  const many = selected.map((id) => view.byId.get(id)).filter((one) => one !== undefined)
  // What the tree asks only when something is done is asked of what is there then: the tree itself stays the same.
  const latest = useRef({ view, actions })
  latest.current = { view, actions }
  const canMove = useCallback(
    (ids: readonly string[], target: string, position: string) =>
      !ids.some((id) => target === id || target.startsWith(`${id}/`)) &&
      (position !== 'on' || latest.current.view.byId.get(target)?.holder !== undefined),
    [],
  )
  const onPlace = (pointer: string) => {
    const keys = keysOf(pointer)
    const ids = keys.map((_, i) => idOf(keys.slice(0, i + 1)))
    const nearest = ids.findLast((id) => view.byId.has(id))
    if (nearest !== undefined) select([nearest])
  }
  const open = useSameSet([...expanded, ...selected.flatMap((id) => holdersOf(id, view.byId))])
  const move = useCallback<typeof actions.move>((...args) => latest.current.actions.move(...args), [])
  // Drawn again only when it says something else: it has hundreds of rows.
  const tree = useMemo(
    () => (
      <OutlineTree
        nodes={view.nodes}
        selected={selected}
        onSelect={select}
        expanded={open}
        onExpand={setExpanded}
        faults={view.faults}
        onMove={move}
        canMove={canMove}
      />
    ),
    [view.nodes, view.faults, selected, select, open, canMove, move],
  )
  return (
    <div className="build" data-beside={beside}>
      <div className="build-outline" onKeyDownCapture={outlineKeys(actions)}>
        {!isBroken && <BuildTools actions={actions} chosen={selected.length} />}
        {isBroken && <BrokenNotice wasWhole={view.nodes.length > 0} issues={view.issues} onGo={setGoTo} />}
        {(!isBroken || view.nodes.length > 0) && tree}
      </div>
      <div className="build-properties">
        <div className="beside-tools" role="toolbar" aria-label="旁边看什么">
          {Object.entries(offered).map(([key, label]) => (
            <button
              key={key}
              type="button"
              className="button"
              aria-pressed={beside === key}
              disabled={isBroken}
              // The keys of `offered` are its own.
              onClick={() => show(beside === key ? 'none' : (key as Beside))}
            >
              {label}
            </button>
          ))}
        </div>
        {many.length > 1 && !isBroken ? (
          <ManyPanel nodes={many} actions={actions} />
        ) : node && !isBroken ? (
          <NodePanel
            key={same.identityOf(node.id)}
            view={view}
            node={node}
            actions={actions}
            isBegun={begun.current === node.id}
          />
        ) : (
          <TemplatePanel view={view} />
        )}
      </div>
      {beside !== 'none' && (
        <div className="build-beside">
          <Suspense fallback={<Skeleton kind="page" rows={8} />}>
            {beside === 'preview' ? (
              <PreviewPane />
            ) : (
              <JsonEditor
                key={file}
                label={`${file} 的 JSON`}
                text={view.text}
                issues={view.issues}
                goTo={goTo}
                place={node ? `/${node.id}` : ''}
                onChange={(text) => store.write(file, text, '改 JSON')}
                onPlace={onPlace}
              />
            )}
          </Suspense>
        </div>
      )}
    </div>
  )
}

/** What is selected, by the ids of now. */
const useSelected = (
  chosen: readonly string[],
  idNow: (id: string) => string,
  select: (ids: readonly string[]) => void,
): readonly string[] => {
  const now = chosen.map(idNow)
  const isSame = now.every((id, i) => id === chosen[i])
  useEffect(() => {
    if (!isSame) select(chosen.map(idNow))
  }, [isSame, chosen, idNow, select])
  return isSame ? chosen : now
}

/** A set that is the same object as long as it holds the same. */
const useSameSet = (held: readonly string[]): ReadonlySet<string> => {
  const now = new Set(held)
  const kept = useRef<ReadonlySet<string>>(now)
  if (kept.current.size !== now.size || held.some((one) => !kept.current.has(one))) kept.current = now
  return kept.current
}

/** The nodes around one: they must be open for it to be seen. */
const holdersOf = (id: string, byId: ReadonlyMap<string, unknown>): readonly string[] => {
  const keys = id.split('/')
  return keys.map((_, i) => keys.slice(0, i).join('/')).filter((outer) => byId.has(outer))
}
