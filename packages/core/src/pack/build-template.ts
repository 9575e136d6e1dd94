import { isObject, type Json, property } from '../answers/json.ts'
import { fieldKinds, isKind, type Kind } from '../fields/index.ts'
import type { CodeEntry, CodeList } from '../template/code-list.ts'
import type { Block, Field, Group, Head, Matrix, Node, Path, Section, Signature, Table } from '../template/template.ts'
import { headingCounter } from './numbering.ts'
import { depthOf, type PackContext } from './pack-files.ts'
import { type Resolved, originOf } from './resolve.ts'
import { packIssue } from './source.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'

/** A keyword that holds an expression, found while the tree is built and typed once the tree is whole. */
export interface Written {
  readonly path: Path
  readonly keyword: 'x-when' | 'x-compute' | 'x-prefill' | 'x-rules'
  readonly node: Resolved
  /** The field it computes or prefills. */
  readonly field?: Field
}

export interface Built {
  readonly sections: readonly Section[]
  readonly lists: Readonly<Record<string, CodeList>>
  readonly written: readonly Written[]
  readonly issues: readonly Issue[]
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)
const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined)
const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item: Json): item is string => typeof item === 'string') : []

export const clauseRefs = (value: Json | undefined): readonly string[] => (typeof value === 'string' ? [value] : strings(value))

/** Keys with a value, so that absent facets stay absent. */
const present = <T extends object>(facets: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  // Object.fromEntries forgets the keys' types; what is left has no undefined in it.
  Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== undefined)) as never

/**
 * The blocks of a template. Tolerant: a faulty keyword has been reported by the check and is left out, so that every
 * other fault can be found in the same run.
 */
export const buildTemplate = (root: Resolved, context: PackContext): Built => {
  const lists: Record<string, CodeList> = {}
  const written: Written[] = []
  const issues: Issue[] = []
  const continued = property(root.keywords['x-numbering'], 'continue')
  const count = headingCounter(Array.isArray(continued) ? continued.filter((level: Json) => typeof level === 'number') : [])

  const nodeOf = (node: Resolved, path: Path, above: Node | undefined): Node => {
    const { keywords } = node
    const role = text(keywords['x-role']) ?? above?.role
    if (keywords['x-role'] !== undefined && role !== undefined && !Object.hasOwn(context.pack.roles, role))
      issues.push(packIssue('unknown-role', originOf(node, 'x-role'), { role, suggestion: nearest(role, Object.keys(context.pack.roles)) }))
    for (const keyword of ['x-when', 'x-rules'] as const) if (keywords[keyword] !== undefined) written.push({ path, keyword, node })
    return {
      key: path.at(-1) ?? '',
      path,
      title: text(keywords.title) ?? '',
      clauses: clauseRefs(keywords['x-clause']),
      ...present({ help: text(keywords.description), role }),
    }
  }

  const blockOf = (node: Resolved, path: Path, above: Node | undefined, level: number, isRequired: boolean): readonly Block[] => {
    const kind = node.keywords['x-kind']
    switch (kind) {
      case 'section':
        return [sectionOf(node, path, above, level)]
      case 'group':
        return [groupOf(node, path, above)]
      case 'table':
        return [tableOf(node, path, above, isRequired)]
      case 'matrix':
        return matrixOf(node, path, above, isRequired)
      default:
        return fieldOf(node, path, above, isRequired)
    }
  }

  const childrenOf = (node: Resolved, path: Path, above: Node, level: number): readonly Block[] => {
    const required = strings(node.keywords.required)
    return [...node.children].flatMap(([key, child]) => blockOf(child, [...path, key], above, level, required.includes(key)))
  }

  const sectionOf = (node: Resolved, path: Path, above: Node | undefined, level: number): Section => {
    const common = nodeOf(node, path, above)
    const isNumbered = node.keywords['x-numbering'] !== 'none'
    const numberText = isNumbered ? count(level) : ''
    return {
      block: 'section',
      ...common,
      number: numberText,
      level,
      columns: node.keywords['x-grid'] === 2 ? 2 : 4,
      children: childrenOf(node, path, common, level + 1),
      signatures: signaturesOf(node.keywords['x-signatures']),
    }
  }

  const groupOf = (node: Resolved, path: Path, above: Node | undefined): Group => {
    const common = nodeOf(node, path, above)
    const children = childrenOf(node, path, common, 0)
    return { block: 'group', ...common, children: children.filter((child) => child.block === 'group' || child.block === 'field') }
  }

  const tableOf = (node: Resolved, path: Path, above: Node | undefined, isRequired: boolean): Table => {
    const common = nodeOf(node, path, above)
    const row = [...path, '*']
    const { items } = node
    if (items?.keywords['x-rules'] !== undefined) written.push({ path: row, keyword: 'x-rules', node: items })
    const columns = items ? childrenOf(items, row, { ...common, path: row }, 0).filter((child) => child.block === 'field') : []
    const totals = strings(node.keywords['x-totals'])
    const keys = columns.map((column) => column.key)
    for (const key of totals)
      if (!keys.includes(key)) issues.push(packIssue('unknown-field', originOf(node, 'x-totals'), { path: key, suggestion: nearest(key, keys) }))
    return {
      block: 'table',
      ...common,
      required: isRequired,
      columns,
      minRows: number(node.keywords.minItems) ?? 0,
      maxRows: number(node.keywords.maxItems) ?? 200,
      printedRows: number(node.keywords['x-printed-rows']) ?? 3,
      totals,
    }
  }

  const matrixOf = (node: Resolved, path: Path, above: Node | undefined, isRequired: boolean): readonly Matrix[] => {
    const common = nodeOf(node, path, above)
    const [cell] = node.cell ? fieldOf(node.cell, path, { ...common, clauses: [] }, false) : []
    if (!cell) return []
    const totals = strings(node.keywords['x-totals'])
    return [
      {
        block: 'matrix',
        ...common,
        required: isRequired,
        corner: text(node.keywords['x-corner']) ?? '',
        rows: headsOf(node, 'x-rows'),
        columns: headsOf(node, 'x-columns'),
        cell,
        totals: { rows: totals.includes('rows'), columns: totals.includes('columns') },
      },
    ]
  }

  const headsOf = (node: Resolved, keyword: string): readonly Head[] => {
    const heads = node.keywords[keyword]
    const made = (Array.isArray(heads) ? heads : []).map((head: Json) => ({
      key: text(property(head, 'key')) ?? '',
      title: text(property(head, 'title')) ?? '',
    }))
    for (const part of ['key', 'title'] as const) {
      const twice = made.find((head, i) => made.findIndex((other) => other[part] === head[part]) < i)
      if (twice) issues.push(packIssue(part === 'key' ? 'duplicate-id' : 'duplicate-title', originOf(node, keyword), { id: twice.key, title: twice.title, other: keyword }))
    }
    return made
  }

  const fieldOf = (node: Resolved, path: Path, above: Node | undefined, isRequired: boolean): readonly Field[] => {
    const { keywords } = node
    const kind = keywords['x-kind']
    if (typeof kind !== 'string' || !isKind(kind)) return []
    const common = nodeOf(node, path, above)
    const pattern = text(keywords.pattern)
    const megabytes = number(keywords['x-max-mb'])
    const isFile = kind === 'attachment' || kind === 'picture'
    const field: Field = {
      block: 'field',
      kind,
      ...common,
      required: isRequired,
      sensitive: keywords['x-sensitive'] === true,
      wide: keywords['x-wide'] === undefined ? defaultWide(kind) : keywords['x-wide'] === true,
      ...present({
        unit: text(keywords['x-unit']) ?? (kind === 'percent' ? '%' : undefined),
        places: numeric.has(kind) ? (number(keywords['x-places']) ?? (kind === 'number' ? 0 : 2)) : undefined,
        minimum: number(keywords.minimum),
        maximum: number(keywords.maximum),
        minLength: number(keywords.minLength),
        maxLength: number(keywords.maxLength) ?? (kind === 'text' ? 200 : kind === 'narrative' ? 32_000 : undefined),
        minChars: number(keywords['x-min-chars']),
        maxChars: number(keywords['x-max-chars']),
        pattern: pattern === undefined ? undefined : { source: pattern, hint: text(keywords['x-pattern-hint']) ?? pattern },
        list: listName(node, path),
        minItems: number(keywords.minItems),
        maxItems: number(keywords.maxItems) ?? (kind === 'picture' ? 10 : isFile ? 20 : undefined),
        schemes: keywords['x-schemes'] === undefined ? undefined : strings(keywords['x-schemes']),
        precision: kind === 'period' ? (keywords['x-precision'] === 'date' ? ('date' as const) : ('month' as const)) : undefined,
        accept: kind === 'picture' ? strings(keywords['x-accept'] ?? ['.png', '.jpg', '.jpeg']) : keywords['x-accept'] === undefined ? undefined : strings(keywords['x-accept']),
        maxBytes: isFile ? (megabytes ?? 20) * 2 ** 20 : undefined,
        text: keywords['x-text'] === undefined ? undefined : strings(keywords['x-text']),
      }),
    }
    for (const keyword of ['x-compute', 'x-prefill'] as const) if (keywords[keyword] !== undefined) written.push({ path, keyword, node, field })
    return [field]
  }

  /** The name of the field's code list among the template's lists; an inline list is named for its field. */
  const listName = (node: Resolved, path: Path): string | undefined => {
    const { oneOf, 'x-codes': codes } = node.keywords
    if (Array.isArray(oneOf)) {
      const name = path.join('.')
      const entries = oneOf.map((option: Json): CodeEntry => ({
        code: text(property(option, 'const')) ?? '',
        title: text(property(option, 'title')) ?? '',
        ...(property(option, 'x-other') === true && { other: true }),
      }))
      const twice = entries.find((entry, i) => entries.findIndex((other) => other.code === entry.code) < i)
      if (twice) issues.push(packIssue('duplicate-code', originOf(node, 'oneOf'), { code: twice.code }))
      lists[name] = { id: name, title: text(node.keywords.title) ?? '', depth: 1, entries }
      return name
    }
    const wanted = text(codes) ?? text(property(codes, 'list'))
    if (wanted === undefined) return undefined
    const list = context.codes.get(wanted)
    const missing = (name: string, names: readonly string[]): undefined => {
      issues.push(packIssue('unknown-codes', originOf(node, 'x-codes'), { name, suggestion: nearest(name, names) }))
      return undefined
    }
    if (!list) return missing(wanted, [...context.codes.keys()])
    const under = text(property(codes, 'under'))
    const depth = number(property(codes, 'depth'))
    const root = under === undefined ? list.entries : findEntry(list.entries, under)?.children
    if (!root) return missing(`${wanted}/${under}`, [])
    const entries = depth === undefined ? root : cutAt(root, depth)
    const name = [wanted, under, depth].filter((part) => part !== undefined).join('/')
    lists[name] = { ...list, id: name, entries, depth: depthOf(entries) }
    return name
  }

  const sections = [...root.children].flatMap(([key, child]) =>
    child.keywords['x-kind'] === 'section' ? [sectionOf(child, [key], undefined, 1)] : [],
  )
  if (root.keywords['x-rules'] !== undefined) written.push({ path: [], keyword: 'x-rules', node: root })
  return { sections, lists, written, issues }
}

const numeric = new Set(['number', 'money', 'percent'])

const defaultWide = (kind: Kind): boolean => fieldKinds[kind].wide

const signaturesOf = (value: Json | undefined): readonly Signature[] =>
  (Array.isArray(value) ? value : []).filter(isObject).map((signature) => {
    const by = strings(signature.by).filter((one) => one === 'signature' || one === 'seal')
    return { label: text(signature.label) ?? '', by: by.length > 0 ? by : ['seal'], date: signature.date !== false }
  })

const findEntry = (entries: readonly CodeEntry[], code: string): CodeEntry | undefined => {
  for (const entry of entries) {
    const found = entry.code === code ? entry : findEntry(entry.children ?? [], code)
    if (found) return found
  }
  return undefined
}

const cutAt = (entries: readonly CodeEntry[], depth: number): readonly CodeEntry[] =>
  entries.map(({ children, ...entry }) => (depth > 1 && children ? { ...entry, children: cutAt(children, depth - 1) } : entry))
