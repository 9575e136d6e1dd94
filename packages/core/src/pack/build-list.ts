import { type Json, property } from '../answers/json.ts'
import type { CodeEntry, CodeList } from '../template/code-list.ts'
import { depthOf } from '../template/read-code-list.ts'
import type { Path } from '../template/template.ts'
import type { Building } from './building.ts'
import { clauseRefs, numberOf, present, textOf } from './keyword-values.ts'
import type { Resolved } from './resolve.ts'

/** The name of a field's code list among the template's lists, which it is put into. An inline list is named for its field. */
export const buildList = (on: Building, node: Resolved, path: Path): string | undefined => {
  const { oneOf, 'x-codes': codes } = node.keywords
  if (Array.isArray(oneOf)) return inlineList(on, node, path, oneOf)
  const wanted = textOf(codes) ?? textOf(property(codes, 'list'))
  if (wanted === undefined) return undefined
  const list = on.context.codes.get(wanted)
  if (!list) {
    on.report('unknown-codes', node, 'x-codes', { name: wanted }, [...on.context.codes.keys()])
    return undefined
  }
  const under = textOf(property(codes, 'under'))
  const depth = numberOf(property(codes, 'depth'))
  const root = under === undefined ? list.entries : entryOf(list.entries, under)?.children
  if (!root) {
    on.report('unknown-codes', node, 'x-codes', { name: `${wanted}/${under}` })
    return undefined
  }
  const entries = depth === undefined ? root : cutAt(root, depth)
  const name = [wanted, under, depth].filter((part) => part !== undefined).join('/')
  on.lists[name] = { ...list, id: name, entries, depth: depthOf(entries) }
  return name
}

const inlineList = (on: Building, node: Resolved, path: Path, options: readonly Json[]): string => {
  const entries = options.map(
    (option): CodeEntry => ({
      code: textOf(property(option, 'const')) ?? '',
      title: textOf(property(option, 'title')) ?? '',
      ...(property(option, 'x-other') === true && { other: true }),
      ...present({ was: textOf(property(option, 'x-was')) }),
      ...(property(option, 'x-clause') !== undefined && { clauses: clauseRefs(property(option, 'x-clause')) }),
    }),
  )
  const twice = entries.find((entry, i) => entries.findIndex((other) => other.code === entry.code) < i)
  if (twice) on.report('duplicate-code', node, 'oneOf', { code: twice.code })
  const name = path.join('.')
  const list: CodeList = { id: name, title: textOf(node.keywords.title) ?? '', depth: 1, entries }
  on.lists[name] = list
  return name
}

const entryOf = (entries: readonly CodeEntry[], code: string): CodeEntry | undefined => {
  for (const entry of entries) {
    const found = entry.code === code ? entry : entryOf(entry.children ?? [], code)
    if (found) return found
  }
  return undefined
}

const cutAt = (entries: readonly CodeEntry[], depth: number): readonly CodeEntry[] =>
  entries.map(({ children, ...entry }) =>
    depth > 1 && children ? { ...entry, children: cutAt(children, depth - 1) } : entry,
  )
