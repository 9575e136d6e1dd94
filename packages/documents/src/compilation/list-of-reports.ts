import { blockAt, fieldKindOf, type Template, valueAt } from '@policyforms/core'
import type { Book } from '../book/book.ts'
import { heading } from '../book/section.ts'
import { textParagraph, type Xml } from '../xml/paragraph.ts'
import { table } from '../xml/table.ts'
import type { Report } from './write-compilation.ts'

const mostFacts = 3
const [numberWidth, dateWidth] = [800, 1700]

/** What stands on the cover of each report, as far as there is room. */
const factsOf = (template: Template) => (template.document.cover?.fields ?? []).slice(0, mostFacts)

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
  const { textWidth } = book.profile.page
  const facts = factsOf(template)
  const shared = Math.floor((textWidth - numberWidth - dateWidth) / (facts.length + 1))
  const widths = [numberWidth, ...Array.from({ length: facts.length + 1 }, () => shared), dateWidth]
  const head = ['序号', '名称', ...facts.map(({ label }) => label), '提交日期']
  const rows = reports.map((report, i) => [
    textParagraph('CellCentre', String(i + 1)),
    textParagraph('Cell', report.title),
    ...facts.map(({ path }) => textParagraph('Cell', factOf(template, report, path))),
    textParagraph('CellCentre', report.submittedOn ?? ''),
  ])
  const title = heading({ number: '', title: '材料一览', level: 1 }, book, false)
  return `${title}${table(widths, [
    { cells: head.map((text) => ({ content: textParagraph('CellHead', text) })), head: true, minHeight: 400 },
    ...rows.map((cells) => ({ cells: cells.map((content) => ({ content })), minHeight: 400 })),
  ])}`
}
