import { blockAt, type Clause, carriersIn, type Path, pointerOf, type Template } from '@policyforms/core'
import { textParagraph, type Xml } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import type { Book } from './book.ts'
import { heading } from './section.ts'
import { settingFor } from './table-setting.ts'

const rowHeight = 400
const needs = [
  { least: 12, wanted: 18, flows: true },
  { least: 20, wanted: 40, flows: true },
  { least: 20, wanted: 60, flows: true },
]

/** The innermost heading around a place, as it is printed. */
const headingOf = (template: Template, path: Path): string => {
  const sections = path.flatMap((_, i) => {
    const block = blockAt(template, path.slice(0, i + 1))
    return block?.block === 'section' ? [block] : []
  })
  const last = sections.findLast(({ number }) => number !== '') ?? sections.at(-1)
  return last ? `${last.number}${last.title}` : ''
}

interface Named {
  readonly heading: string
  readonly name: string
}

/** A rule is told by what it is about; a section by its heading alone. */
const nameOf = (
  template: Template,
  carrier: { readonly is: string; readonly label: string; readonly path: Path },
): Named => {
  const path = carrier.is === 'rule' ? carrier.path.slice(0, -1) : carrier.path
  const block = blockAt(template, path)
  const own = carrier.label.split(' › ').at(-1) ?? ''
  const name = block === undefined ? own : block.block === 'section' ? '' : block.title
  return { heading: headingOf(template, path), name: carrier.is === 'rule' || block ? name : own }
}

const isHidden = ({ hidden }: Book, path: Path): boolean =>
  path.some((_, i) => hidden.has(pointerOf(path.slice(0, i + 1))))

/** Where the book answers to each clause: 三、建设任务：建设目标、组建模式. */
const placesOf = (book: Book): ReadonlyMap<string, readonly string[]> => {
  const { template } = book
  const cited = carriersIn(template).filter(([, { path }]) => path.length > 0 && !isHidden(book, path))
  return new Map(
    [...Map.groupBy(cited, ([ref]) => ref)].map(([ref, some]) => {
      const named = some.map(([, carrier]) => nameOf(template, carrier))
      const lines = [...Map.groupBy(named, (one) => one.heading)].map(([title, ones]) => {
        const names = [...new Set(ones.map(({ name }) => name).filter((name) => name !== '' && !title.endsWith(name)))]
        return [title, names.join('、')].filter(Boolean).join('：')
      })
      return [ref, lines]
    }),
  )
}

const byNumber = (one: Clause, other: Clause): number => one.ref.localeCompare(other.ref, 'en', { numeric: true })

/** 条款对照表: each clause that the book cites, what it asks, and where the book answers to it. */
export const clauseTable = (book: Book): Xml => {
  const clauses = Object.values(book.template.clauses).sort(byNumber)
  if (clauses.length === 0) return ''
  const policies = [...new Set(clauses.map(({ policy }) => policy))]
  const setting = settingFor(needs, book.profile)
  const { name } = setting.type
  const cell = (style: 'Head' | 'Text', lines: readonly string[]): Cell => ({
    content: (lines.length > 0 ? lines : ['']).map((line) => textParagraph(`${name}${style}`, line)).join(''),
  })
  const places = placesOf(book)
  const sourceOf = ({ policy, heading: title }: Clause) => (policies.length > 1 ? [`《${policy}》`, title] : [title])
  const rows = clauses.map(
    (clause): Row => ({
      cells: [
        cell('Text', sourceOf(clause)),
        cell('Text', [clause.gist]),
        cell('Text', places.get(clause.ref) ?? ['全书']),
      ],
      minHeight: rowHeight,
    }),
  )
  const heads: Row = {
    cells: ['条款', '要求', '本书对应内容'].map((title) => cell('Head', [title])),
    head: true,
    minHeight: rowHeight,
  }
  const source = policies.length === 1 ? textParagraph('TableUnit', `依据：《${policies[0]}》`) : ''
  const top = heading({ number: '', title: '条款对照表', level: 1 }, book, true)
  return `${top}${source}${table(setting.widths, [heads, ...rows], setting.type)}`
}
