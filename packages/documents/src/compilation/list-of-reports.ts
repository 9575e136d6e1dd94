import { blockAt, fieldKindOf, fieldKinds, type Template, valueAt } from '@policyforms/core'
import type { Book } from '../book/book.ts'
import { heading } from '../book/section.ts'
import { sumOf } from '../xml/column-widths.ts'
import { textParagraph, type Xml } from '../xml/paragraph.ts'
import { table } from '../xml/table.ts'
import type { Report } from './write-compilation.ts'

const mostFacts = 3
const [numberWidth, dateWidth] = [700, 1700]

/** What stands on the cover of each report, as far as there is room; what names the report stands there already. */
const factsOf = (template: Template, reports: readonly Report[]) =>
  (template.document.cover?.fields ?? [])
    .filter(({ path }) => reports.some((report) => factOf(template, report, path) !== report.title))
    .slice(0, mostFacts)

const factOf = (template: Template, report: Report, path: readonly string[]): string => {
  const own = report.template ?? template
  const field = blockAt(own, path)
  const value = valueAt(report.answers, path)
  if (field?.block !== 'field' || value === undefined || value === null) return ''
  return fieldKindOf(field).show(value, field, own.lists)
}

/** A page that lists the reports, with what their covers say. */
export const listOfReports = (book: Book, reports: readonly Report[]): Xml => {
  const { template } = book
  const facts = factsOf(template, reports)
  const isDated = reports.some(({ submittedOn }) => submittedOn !== undefined)
  const days = isDated ? [dateWidth] : []
  const shared = Math.floor((book.profile.page.textWidth - numberWidth - sumOf(days)) / (facts.length + 1))
  const widths = [numberWidth, ...Array.from({ length: facts.length + 1 }, () => shared), ...days]
  const head = ['序号', '名称', ...facts.map(({ label }) => label), ...(isDated ? ['提交日期'] : [])]
  const dayOf = ({ submittedOn }: Report) => (submittedOn ? fieldKinds.date.show(submittedOn) : '')
  const rows = reports.map((report, i) => [
    textParagraph('CellCentre', String(i + 1)),
    textParagraph('CellText', report.title),
    ...facts.map(({ path }) => textParagraph('CellText', factOf(template, report, path))),
    ...(isDated ? [textParagraph('CellCentre', dayOf(report))] : []),
  ])
  const title = heading({ number: '', title: '材料一览', level: 1 }, book, false)
  return `${title}${table(widths, [
    { cells: head.map((text) => ({ content: textParagraph('CellHead', text) })), head: true, minHeight: 400 },
    ...rows.map((cells) => ({ cells: cells.map((content) => ({ content })), minHeight: 400 })),
  ])}`
}
