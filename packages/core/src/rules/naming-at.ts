import { nameOfHead } from '../answers/heads-of.ts'
import { listOf } from '../fields/choice.ts'
import { fieldKindOf } from '../fields/index.ts'
import type { Block, Field, Head, Matrix, Path, Template } from '../template/template.ts'
import { blockAt, walkBlocks } from '../template/walk.ts'
import type { Term } from './expression.ts'
import type { Naming, Words } from './in-words.ts'

type Shape = Pick<Template, 'sections' | 'lists'>
/** What names stand for, as paths without rows. */
type Bindings = ReadonlyMap<string, Path>

const tree = (path: Path): Path => path.filter((key) => key !== '*')
const quoted = (title: string): string => `“${title}”`

/** How the names of an expression at a path of a template are called. */
export const namingAt = (template: Shape, path: Path): Naming => {
  const row = path.lastIndexOf('*')
  return naming(
    template,
    new Map([
      ['self', tree(path)],
      ['parent', tree(path.slice(0, -1))],
      ...(row >= 0 ? [['row', tree(path.slice(0, row))] as const] : []),
    ]),
  )
}

const naming = (template: Shape, bindings: Bindings): Naming => {
  const pathOf = (term: Term): Path | undefined => pathIn(term, bindings)
  const fieldOf = (term: Term): Field | undefined => {
    const path = pathOf(term)
    const block = path && blockOrCell(template, path)
    return block?.block === 'field' ? block : undefined
  }
  return {
    nameOf: (term) => {
      const path = pathOf(term)
      return path && nameAt(template, path, term)
    },
    yesNo: (term) => {
      const field = fieldOf(term)
      return field?.kind === 'yes-no' ? field.title : undefined
    },
    isDate: (term) => {
      const kind = fieldOf(term)?.kind
      return kind === 'date' || kind === 'month' || kind === 'period'
    },
    isNumber: (term) => {
      const field = fieldOf(term)
      return field !== undefined && fieldKindOf(field).type(field, template.lists).is === 'number'
    },
    together: (terms) => groupName(template, terms, pathOf),
    optionsOf: (term) => {
      const field = fieldOf(term)
      const list = field?.list === undefined ? undefined : listOf(field, template.lists)
      return list?.entries ?? []
    },
    within: (as, over) => {
      const path = pathOf(over)
      const inner = new Map(bindings)
      if (path) inner.set(as, path)
      else inner.delete(as)
      return naming(template, inner)
    },
    calls: { given: (of = '') => `填了${of}`, blank: (of = '') => `没有填${of}` },
  }
}

const pathIn = (term: Term, bindings: Bindings): Path | undefined => {
  switch (term.op) {
    case 'name':
      return bindings.get(term.name) ?? [term.name]
    case 'get': {
      const of = pathIn(term.of, bindings)
      return of && [...of, term.key]
    }
    case 'row':
      return term.table.split('/').slice(1)
    case 'each':
      return term.macro === 'filter' ? pathIn(term.over, bindings) : undefined
    default:
      return undefined
  }
}

/** A part of a value that has parts of its own. */
const partNames: Readonly<Record<string, string>> = {
  from: '的起始',
  to: '的截止',
  other: '的注明',
  choice: '',
  choices: '',
}

const blockOrCell = (template: Shape, path: Path): Block | undefined => {
  const block = blockAt(template, path)
  if (block) return block
  const holder = blockAt(template, path.slice(0, -1))
  if (holder?.block === 'field' && Object.hasOwn(partNames, path.at(-1) ?? '')) return holder
  const matrix = blockAt(template, path.slice(0, -2))
  return matrix?.block === 'matrix' ? matrix.cell : undefined
}

const nameAt = (template: Shape, path: Path, term: Term): Words => {
  const block = blockAt(template, path)
  if (block) return called(template, block, term)
  const key = path.at(-1) ?? ''
  const holder = blockAt(template, path.slice(0, -1))
  if (holder?.block === 'field') {
    const part = Object.hasOwn(partNames, key) ? partNames[key] : undefined
    return part === undefined ? undefined : `${quoted(holder.title)}${part}`
  }
  if (holder?.block === 'matrix') return headName(holder.title, holder.rows, key, '行')
  const matrix = blockAt(template, path.slice(0, -2))
  if (matrix?.block !== 'matrix') return undefined
  const column = headTitle(matrix.columns, key)
  const row = headTitle(matrix.rows, path.at(-2) ?? '')
  if (column === undefined) return undefined
  return `${quoted(matrix.title)}${row === undefined ? '' : `的${quoted(row)}`}的${quoted(column)}${row === undefined ? '列' : ''}`
}

/** With the name of its group, without which two may be called the same. */
const headTitle = (heads: readonly Head[], key: string): Words => {
  const head = heads.find((one) => one.key === key)
  return head && nameOfHead(head)
}

const headName = (title: string, heads: readonly Head[], key: string, what: string): Words => {
  const head = headTitle(heads, key)
  return head && `${quoted(title)}的${quoted(head)}${what}`
}

/** All rows or columns of a matrix that stand under one head. */
const groupName = (template: Shape, terms: readonly Term[], pathOf: (term: Term) => Path | undefined): Words => {
  const lines = terms.map((term) => lineOf(template, term, pathOf))
  const [first] = lines
  const matrix = first?.matrix
  if (!first || !matrix || lines.some((line) => line?.matrix !== matrix || line.side !== first.side)) return undefined
  const keys = lines.map((line) => line?.key)
  const group = matrix[first.side].find(({ key }) => key === first.key)?.group
  const whole = matrix[first.side].filter((head) => head.group === group).map(({ key }) => key)
  return group !== undefined && whole.length === keys.length && whole.every((key) => keys.includes(key))
    ? `${quoted(matrix.title)}的${quoted(group)}各${first.side === 'rows' ? '行' : '列'}`
    : undefined
}

interface Line {
  readonly matrix: Matrix
  readonly side: 'rows' | 'columns'
  readonly key: string
}

const lineOf = (template: Shape, term: Term, pathOf: (term: Term) => Path | undefined): Line | undefined => {
  const [of, column] = term.op === 'call' && term.name === 'column' ? term.args : []
  const path = of ? pathOf(of) : pathOf(term)?.slice(0, -1)
  const key = column?.op === 'literal' ? String(column.value) : pathOf(term)?.at(-1)
  const block = path && blockAt(template, path)
  return block?.block === 'matrix' && key !== undefined
    ? { matrix: block, side: column ? 'columns' : 'rows', key }
    : undefined
}

/** By its title; with that of what holds it where another has the same one. */
const called = (template: Shape, block: Block, term: Term): string => {
  const isRow = term.op === 'name' && term.name === 'row'
  if (isRow) return '本行'
  const isAmbiguous = walkBlocks(template).some(
    (other) => other.title === block.title && other !== block && !stands(block, other) && !stands(other, block),
  )
  const holder = isAmbiguous ? holderOf(template, block) : undefined
  return holder ? `${quoted(holder.title)}的${quoted(block.title)}` : quoted(block.title)
}

/** Whether the first stands in the second. */
const stands = (inner: Block, outer: Block): boolean =>
  inner.path.length > outer.path.length && outer.path.every((key, i) => inner.path[i] === key)

/** The nearest around it that is not called the same. */
const holderOf = (template: Shape, block: Block): Block | undefined => {
  const path = tree(block.path)
  return path
    .map((_, i) => blockAt(template, path.slice(0, path.length - 1 - i)))
    .find((one) => one !== undefined && one.title !== block.title)
}
