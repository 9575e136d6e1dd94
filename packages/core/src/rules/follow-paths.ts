import { type ASTNode, ParseError } from '@marcbachmann/cel-js'
import type { Path } from '../template/template.ts'
import { parseRule } from './grammar.ts'
import { isMacro } from './translate-call.ts'

/** How the tree changes under an expression. Paths have no `*`, but for `from`, `to` and any row of a matrix. */
export interface Following {
  /** Where the expression stood, with `*` for rows, and where it stands now. */
  readonly from: Path
  readonly to: Path
  /** Where what stood at a path stands now. */
  readonly moved: (path: Path) => Path
  /** The table whose rows a field refers to. */
  readonly refersTo?: (path: Path) => Path | undefined
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a name stands for before and after. Of an unknown one nothing is known, and it stays. */
interface Standing {
  readonly before: Path
  readonly after: Path
}
type Scope = ReadonlyMap<string, Standing | undefined>

/**
 * An expression after fields that it names were renamed or moved: only the names that no longer lead where they led are
 * written anew, every other character stays. What does not parse stays as it is.
 */
export const followPaths = (source: string, on: Following): string => {
  try {
    const edits = editsIn(parseRule(source), outerScope(on), on)
    return [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce((text, { start, end, text: now }) => text.slice(0, start) + now + text.slice(end), source)
  } catch (error) {
    if (error instanceof ParseError) return source
    throw error
  }
}

const tree = (path: Path): Path => path.filter((key) => key !== '*')
const isSame = (a: Path, b: Path): boolean => a.length === b.length && isWithin(a, b)
const isWithin = (path: Path, outer: Path): boolean => outer.every((key, i) => path[i] === key)

const outerScope = ({ from, to }: Following): Scope => {
  const rowOf = (path: Path) => tree(path.slice(0, path.lastIndexOf('*') + 1))
  const row = from.includes('*') ? { before: rowOf(from), after: rowOf(to) } : undefined
  return new Map([
    ['self', { before: tree(from), after: tree(to) }],
    ['parent', { before: tree(from.slice(0, -1)), after: tree(to.slice(0, -1)) }],
    ['row', row],
  ])
}

const standingOf = (name: string, scope: Scope): Standing | undefined =>
  scope.has(name) ? scope.get(name) : { before: [name], after: [name] }

/** Where a part of the expression leads, before. */
const pathOf = (node: ASTNode, scope: Scope, on: Following): Path | undefined => {
  if (node.op === 'id') return standingOf(node.args, scope)?.before
  if (node.op === '.') {
    const of = pathOf(node.args[0], scope, on)
    return of && [...of, node.args[1]]
  }
  const { name, of } = calledOn(node)
  const path = of && pathOf(of, scope, on)
  if (name === 'filter') return path
  if (name === 'rows') return path && [...path, '*']
  return name === 'rowOf' && path ? on.refersTo?.(path) : undefined
}

/** A function, written `f(x, y)` or `x.f(y)`: what it is called, its first argument and the others. */
const calledOn = (
  node: ASTNode,
): { readonly name?: string; readonly of?: ASTNode | undefined; readonly rest?: readonly ASTNode[] } => {
  if (node.op === 'rcall') return { name: node.args[0], of: node.args[1], rest: node.args[2] }
  if (node.op !== 'call') return {}
  const [of, ...rest] = node.args[1]
  return { name: node.args[0], of, rest }
}

const editsIn = (node: ASTNode, scope: Scope, on: Following): readonly Edit[] => {
  switch (node.op) {
    case 'value':
      return []
    case 'id':
    case '.':
      return chainEdits(node, scope, on)
    case 'rcall': {
      const [name, receiver, args] = node.args
      const [variable, ...bodies] = args
      const inner = isMacro(name) && variable?.op === 'id' ? bound(variable.args, receiver, scope, on) : undefined
      const parts = inner ? bodies.flatMap((body) => editsIn(body, inner, on)) : partsOf(args, scope, on)
      return [...editsIn(receiver, scope, on), ...parts, ...columnEdits(node, scope, on)]
    }
    case 'call':
      return [...partsOf(node.args[1], scope, on), ...columnEdits(node, scope, on)]
    default:
      return partsOf([node.args].flat(2).filter(isNode), scope, on)
  }
}

const isNode = (part: unknown): part is ASTNode => typeof part === 'object' && part !== null && 'op' in part

const partsOf = (nodes: readonly ASTNode[], scope: Scope, on: Following): readonly Edit[] =>
  nodes.flatMap((part) => editsIn(part, scope, on))

const bound = (variable: string, receiver: ASTNode, scope: Scope, on: Following): Scope => {
  const before = pathOf(receiver, scope, on)
  return new Map(scope).set(variable, before && { before, after: on.moved(before) })
}

/** `a.b.c` from its first part: a name, or whatever else gives rows. */
const chainEdits = (node: ASTNode, scope: Scope, on: Following): readonly Edit[] => {
  const keys: ASTNode[] = []
  let base = node
  while (base.op === '.') {
    keys.unshift(base)
    base = base.args[0]
  }
  if (base.op !== 'id') return [...editsIn(base, scope, on), ...keys.flatMap((key) => keyEdit(key, scope, on))]
  const standing = standingOf(base.args, scope)
  const before = pathOf(node, scope, on)
  if (!standing || !before) return []
  const now = on.moved(before)
  const rest = now.slice(standing.after.length)
  if (isWithin(now, standing.after) && rest.length === keys.length)
    return keys.flatMap((key, i) => tokenEdit(key, rest[i] ?? ''))
  return [{ start: node.start, end: node.end, text: written(now, on) }]
}

/** A key behind something that is no name, as in `rowOf(x).key`. */
const keyEdit = (node: ASTNode, scope: Scope, on: Following): readonly Edit[] => {
  const before = pathOf(node, scope, on)
  const now = before && on.moved(before)
  return now && before.length === now.length ? tokenEdit(node, now.at(-1) ?? '') : []
}

/** `column(matrix, "key")`: the one function that names a place by a text. */
const columnEdits = (node: ASTNode, scope: Scope, on: Following): readonly Edit[] => {
  const { name, of, rest = [] } = calledOn(node)
  const [key] = rest
  const matrix = name === 'column' && of ? pathOf(of, scope, on) : undefined
  if (!matrix || key?.op !== 'value' || typeof key.args !== 'string') return []
  const now = on.moved([...matrix, '*', key.args]).at(-1)
  return now === key.args ? [] : [{ start: key.start, end: key.end, text: JSON.stringify(now) }]
}

const tokenEdit = (node: ASTNode, key: string): readonly Edit[] =>
  node.op !== '.' || node.args[1] === key ? [] : [{ start: node.end - node.args[1].length, end: node.end, text: key }]

/** Within the row that the expression stands in by the row, else from the root. */
const written = (path: Path, { to }: Following): string => {
  const row = tree(to.slice(0, to.lastIndexOf('*') + 1))
  return row.length > 0 && isWithin(path, row) && !isSame(path, row)
    ? ['row', ...path.slice(row.length)].join('.')
    : path.join('.')
}
