import { type Json, valueAt } from '@policyforms/core'
import { changeValue } from '@policyforms/core/editing'
import { flushSync } from 'react-dom'
import { admittedBy, dialect, nameOfKind } from '../model/dialect.ts'
import type { Move } from '../model/follow-names.ts'
import type { Files } from '../model/history.ts'
import * as edits from '../model/node-edits.ts'
import { idOf, keysOfId, parsed } from '../model/outline.ts'
import { type RenamedHead, renamedHead } from '../model/renamed-head.ts'
import { useWorkbench } from '../workbench-context.ts'
import { keyFor, newNode } from './new-node.ts'
import type { OutlineView } from './use-outline.ts'

interface Moved {
  readonly text: string
  readonly moves: readonly Move[]
}

/** Comes when something is moved for the first time: it reads every expression, which nothing else here needs. */
const moving = () => import('../model/moves.ts')

type DropPosition = 'before' | 'after' | 'on'

/**
 * What may be done with the outline. Each is one step of undo, and leaves the right thing selected. `onMoved` hears of a
 * node that goes on under another id, `onBegun` of one that still has to be named.
 */
export const useNodeActions = (
  { text, byId, nodes }: OutlineView,
  onMoved: (from: string, to: string) => void,
  onBegun: (id: string) => void,
) => {
  const { store, selected, select } = useWorkbench()
  const file = store.state().file
  const write = (next: string, did: string) => store.write(file, next, did)
  const title = (id: string) => `“${byId.get(id)?.title ?? id}”`
  // A node inside another that is also selected goes along with it.
  const outermost = (ids: readonly string[]) =>
    ids.filter((id) => byId.has(id) && !ids.some((other) => other !== id && id.startsWith(`${other}/`)))

  /** The path, as `x-refers` writes it, of the first table whose rows are numbered. */
  const numberedTable = (): string | undefined => {
    const table = nodes.find(
      ({ kind, keys }) => kind === 'table' && valueAt(parsed(text), [...keys, 'x-row-number']) !== undefined,
    )
    return table?.keys.filter((key) => key !== 'properties').join('.')
  }

  /** Nodes that go on under other ids. At once: between the two, none of them would be selected. */
  const settle = (files: Files, did: string, moves: readonly Move[]) =>
    flushSync(() => {
      for (const { from, to } of moves) onMoved(idOf(from), idOf(to))
      store.replace(files, did)
      select(moves.map(({ to }) => idOf(to)))
    })

  const renameHead = async (id: string, head: RenamedHead) => {
    const { changeOfHead, followInFiles, hadHead, renameHead: renamed } = await moving()
    const keys = keysOfId(id)
    const next = renamed(text, keys, head, hadHead(store.takenText(file), keys, head))
    store.replace(followInFiles(store.files, file, next, [changeOfHead(text, keys, head)]), `改“${head.from}”的键`)
  }

  return {
    add: (kind: string) => {
      const node = byId.get(selected.at(-1) ?? '')
      const { holder, index } =
        kind === 'section' && node?.kind !== 'section'
          ? { holder: ['properties'], index: nodes.length }
          : node
            ? edits.placeFor(text, node.keys, node.kind)
            : { holder: ['properties'], index: nodes.length }
      const added = edits.addNode(text, holder, index, keyFor(kind), newNode(dialect, kind, numberedTable()))
      write(added.text, `添加${nameOfKind(dialect, kind)}`)
      onBegun(idOf(added.keys))
      select([idOf(added.keys)])
    },
    remove: () => {
      const gone = outermost(selected)
      if (gone.length === 0) return
      write(
        gone.reduce((so, id) => edits.removeNode(so, keysOfId(id)), text),
        gone.length === 1 ? `删除${title(gone[0] ?? '')}` : `删除 ${gone.length} 项`,
      )
      select([])
    },
    duplicate: () => {
      const copies = outermost(selected).reduce<{ readonly text: string; readonly ids: readonly string[] }>(
        (so, id) => {
          const copy = edits.duplicateNode(so.text, keysOfId(id))
          return { text: copy.text, ids: [...so.ids, idOf(copy.keys)] }
        },
        { text, ids: [] },
      )
      write(copies.text, '复制')
      select(copies.ids)
    },
    move: async (ids: readonly string[], target: string, position: DropPosition) => {
      const to = byId.get(target)
      if (!to) return
      const { changeOf, followInFiles, moveNode } = await moving()
      const moved = outermost(ids).reduce<Moved>(
        (so, id) => {
          const keys = keysOfId(id)
          const holder = position === 'on' ? to.holder : to.keys.slice(0, -1)
          if (!holder) return so
          const place = edits.placeAmong(
            so.text,
            holder,
            keys,
            position === 'on' ? undefined : { key: to.key, position },
          )
          const done = moveNode(so.text, keys, holder, place)
          return { text: done.text, moves: [...so.moves, { from: keys, to: done.keys }] }
        },
        { text: store.textOf(file), moves: [] },
      )
      settle(followInFiles(store.files, file, moved.text, moved.moves.map(changeOf)), '移动', moved.moves)
    },
    /** One place up or down among its siblings. */
    shift: (by: -1 | 1) => {
      const [id] = selected
      if (id !== undefined && selected.length === 1) write(edits.shiftNode(text, keysOfId(id), by), '移动')
    },
    /** A field that was published has contents to be taken apart: 张三，13800138000. */
    split: (id: string, sign: string) => {
      const added = edits.splitNode(text, keysOfId(id), sign)
      write(added.text, `把${title(id)}拆成两项`)
      onBegun(idOf(added.keys))
      select([idOf(added.keys)])
    },
    toTable: async (id: string) => {
      const { groupToTableInFiles } = await moving()
      store.replace(groupToTableInFiles(store.files, file, keysOfId(id)), `把${title(id)}改成表格`)
    },
    rename: async (id: string, key: string) => {
      const { changeOf, followInFiles, renameNode } = await moving()
      const from = keysOfId(id)
      // Meanwhile it may have been renamed already: by Enter, and again by leaving.
      if (valueAt(parsed(store.textOf(file)), from) === undefined) return
      const move = { from, to: [...from.slice(0, -1), key] }
      const renamed = renameNode(store.textOf(file), from, key, store.publishedKey(file, from))
      settle(followInFiles(store.files, file, renamed, [changeOf(move)]), `改${title(id)}的键`, [move])
    },
    changeKind: (id: string, kind: string) =>
      write(
        edits.changeKind(text, keysOfId(id), kind, admittedBy(dialect, kind), newNode(dialect, kind, numberedTable())),
        `改${title(id)}的种类`,
      ),
    require: (id: string, isRequired: boolean) =>
      write(edits.setRequired(text, keysOfId(id), isRequired), `${title(id)}${isRequired ? '必填' : '不必填'}`),
    /** Many at once, as one step. */
    requireAll: (ids: readonly string[], isRequired: boolean) =>
      write(
        ids.reduce((so, id) => edits.setRequired(so, keysOfId(id), isRequired), text),
        `${ids.length} 项${isRequired ? '必填' : '不必填'}`,
      ),
    set: (id: string, keyword: string, value: Json | undefined, label: string) => {
      const keys = [...keysOfId(id), keyword]
      const head = renamedHead(keyword, valueAt(parsed(text), keys), value)
      if (head) void renameHead(id, head)
      else write(changeValue(text, keys, value), `改${title(id)}的${label}`)
    },
  }
}

export type NodeActions = ReturnType<typeof useNodeActions>
