import { isObject, property } from '../answers/json.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import type { CodeList } from '../template/code-list.ts'
import { headingCounter } from '../template/heading-counter.ts'
import type { Block, Group, HeadGroup, Node, Path, RowNumber, Section, Signature, Table } from '../template/template.ts'
import { buildField } from './build-field.ts'
import { fixedRowsOf } from './build-fixed-rows.ts'
import { buildMatrix } from './build-matrix.ts'
import { buildNode } from './build-node.ts'
import type { Building, Written } from './building.ts'
import { clauseRefs, listOf, numberOf, textOf, textsOf } from './keyword-values.ts'
import { linkReferences } from './link-references.ts'
import type { PackContext } from './pack-context.ts'
import { originOf, type Resolved } from './resolve.ts'
import { packIssue } from './source.ts'

export interface Built {
  readonly sections: readonly Section[]
  readonly lists: Readonly<Record<string, CodeList>>
  readonly written: readonly Written[]
  readonly issues: readonly Issue[]
}

/**
 * The blocks of a template. Tolerant: a faulty keyword has been reported by the check and is left out, so that every
 * other fault can be found in the same run.
 */
export const buildTemplate = (root: Resolved, context: PackContext): Built => {
  const issues: Issue[] = []
  const continued = listOf(property(root.keywords['x-numbering'], 'continue'))
  const on: Building = {
    context,
    lists: {},
    written: [],
    references: [],
    issues,
    count: headingCounter(continued.filter((level) => typeof level === 'number')),
    report: (code, node, keyword, params, names) => {
      const wrong = Object.values(params)[0] ?? ''
      const suggestion = names ? { suggestion: nearest(wrong, names) } : {}
      issues.push(packIssue(code, originOf(node, keyword), { ...params, ...suggestion }))
    },
  }
  const whole = rootNode(root)
  const sections = [...root.children].flatMap(([key, child]) =>
    child.keywords['x-kind'] === 'section' ? [buildSection(on, child, [key], whole, 1)] : [],
  )
  if (root.keywords['x-rules'] !== undefined) on.written.push({ path: [], keyword: 'x-rules', node: root })
  const linked = linkReferences(on, sections)
  return { sections: linked, lists: on.lists, written: on.written, issues }
}

/** The template as what stands around its sections: what it says of clauses and blanks holds for them. */
const rootNode = ({ keywords }: Resolved): Node => ({
  key: '',
  path: [],
  title: textOf(keywords.title) ?? '',
  clauses: clauseRefs(keywords['x-clause']),
  ...(keywords['x-blank'] === 'write-none' && { noBlanks: true }),
})

const buildBlock = (
  on: Building,
  node: Resolved,
  path: Path,
  above: Node,
  level: number,
  required: boolean,
): readonly Block[] => {
  switch (node.keywords['x-kind']) {
    case 'section':
      return [buildSection(on, node, path, above, level)]
    case 'group':
      return [buildGroup(on, node, path, above)]
    case 'table':
      return [buildTable(on, node, path, above, required)]
    case 'matrix':
      return buildMatrix(on, node, path, above, required)
    default:
      return buildField(on, node, path, above, required)
  }
}

const buildChildren = (on: Building, node: Resolved, path: Path, above: Node, level: number): readonly Block[] => {
  const required = textsOf(node.keywords.required)
  return [...node.children].flatMap(([key, child]) =>
    buildBlock(on, child, [...path, key], above, level, required.includes(key)),
  )
}

const buildSection = (on: Building, node: Resolved, path: Path, above: Node, level: number): Section => {
  const common = buildNode(on, node, path, above)
  const columns = node.keywords['x-grid']
  const isAttachment = node.keywords['x-attachment'] === true
  if (isAttachment && level > 1)
    on.report('misplaced-block', node, 'x-attachment', { kind: 'x-attachment', wanted: '最外层的分节' })
  const children = buildChildren(on, node, path, common, level + 1)
  joinsAlone(on, node, children)
  return {
    block: 'section',
    ...common,
    number: isAttachment || node.keywords['x-numbering'] === 'none' ? '' : on.count(level),
    level,
    columns: columns === 2 || columns === 6 ? columns : 4,
    children,
    ...(isAttachment && { attachment: true as const }),
    signatures: signaturesOf(node),
  }
}

/** A table that prints in the frame of fields has such beside it, or another one that has. */
const joinsAlone = (on: Building, node: Resolved, children: readonly Block[]): void => {
  const isFramed = (block: Block | undefined) => block?.block === 'field' || block?.block === 'group'
  children.forEach((block, i) => {
    const own = node.children.get(block.key)
    if (block.block !== 'table' || !block.joined || !own) return
    if (!isFramed(children[i - 1]) && !isFramed(children[i + 1]))
      on.report('misplaced-block', own, 'x-joined', {
        kind: 'x-joined',
        wanted: '前面或者后面紧接着字段或字段组的表格',
      })
  })
}

const signaturesOf = (node: Resolved): readonly Signature[] =>
  listOf(node.keywords['x-signatures'])
    .filter(isObject)
    .map((signature) => {
      const by = textsOf(signature.by).filter((one) => one === 'signature' || one === 'seal')
      return { label: textOf(signature.label) ?? '', by: by.length > 0 ? by : ['seal'], date: signature.date !== false }
    })

const buildGroup = (on: Building, node: Resolved, path: Path, above: Node): Group => {
  const common = buildNode(on, node, path, above)
  const children = buildChildren(on, node, path, common, 0)
  return {
    block: 'group',
    ...common,
    children: children.filter((child) => child.block === 'group' || child.block === 'field'),
  }
}

const buildTable = (on: Building, node: Resolved, path: Path, above: Node, required: boolean): Table => {
  const common = buildNode(on, node, path, above)
  const row = [...path, '*']
  const { items, keywords } = node
  if (items?.keywords['x-rules'] !== undefined) on.written.push({ path: row, keyword: 'x-rules', node: items })
  const children = items ? buildChildren(on, items, row, { ...common, path: row }, 0) : []
  const columns = children.filter((child) => child.block === 'field')
  const keys = columns.map((column) => column.key)
  const number = rowNumberOf(on, node)
  const headGroups = headGroupsOf(on, node, keys)
  const totals = textsOf(keywords['x-totals'])
  for (const key of totals) if (!keys.includes(key)) on.report('unknown-field', node, 'x-totals', { path: key }, keys)
  return {
    block: 'table',
    ...common,
    required,
    columns,
    minRows: numberOf(keywords.minItems) ?? 0,
    maxRows: numberOf(keywords.maxItems) ?? 200,
    printedRows: numberOf(keywords['x-printed-rows']) ?? 3,
    totals,
    ...(keywords['x-joined'] === true && { joined: true as const }),
    ...(number && { rowNumber: number }),
    ...(headGroups.length > 0 && { headGroups }),
    ...fixedRowsOf(on, node, columns),
  }
}

/** What stands above several columns is one cell: they are neighbours, and each stands below one. */
const headGroupsOf = (on: Building, node: Resolved, keys: readonly string[]): readonly HeadGroup[] => {
  const groups = listOf(node.keywords['x-head-groups']).map((one) => ({
    title: textOf(property(one, 'title')) ?? '',
    of: textsOf(property(one, 'of')),
  }))
  const told = new Set<string>()
  for (const { title, of } of groups) {
    for (const key of of) {
      if (!keys.includes(key)) on.report('unknown-field', node, 'x-head-groups', { path: key }, keys)
      else if (told.has(key)) on.report('duplicate-id', node, 'x-head-groups', { id: key, other: 'x-head-groups' })
      told.add(key)
    }
    const from = keys.indexOf(of[0] ?? '')
    if (of.every((key) => keys.includes(key)) && of.some((key, i) => keys[from + i] !== key))
      on.report('group-split', node, 'x-head-groups', { group: title })
  }
  return groups
}

/** The number has a column of its own, and the rows an `id`: columns can have neither its title nor that key. */
const rowNumberOf = (on: Building, node: Resolved): RowNumber | undefined => {
  const written = node.keywords['x-row-number']
  if (!isObject(written)) return undefined
  const prefix = textOf(written.prefix) ?? ''
  const title = textOf(written.title) ?? (prefix === '' ? '序号' : '编号')
  for (const [key, column] of node.items?.children ?? []) {
    if (key === 'id') on.issues.push(packIssue('reserved-key', column.origin, { key }, { target: 'key' }))
    if (column.keywords.title === title) on.report('duplicate-title', column, 'title', { title })
  }
  return { prefix, digits: numberOf(written.digits) ?? 1, title }
}
