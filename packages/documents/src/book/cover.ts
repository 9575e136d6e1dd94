import { type Cover, chineseDate, valueAt } from '@policyforms/core'
import { cellMargin } from '../layout/geometry.ts'
import { coverTitleSizes } from '../layout/styles.ts'
import { balancedLines } from '../xml/balanced-lines.ts'
import { paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { table } from '../xml/table.ts'
import { halvesOf } from '../xml/text-width.ts'
import { answerAt, filledText } from './answer-text.ts'
import type { Book } from './book.ts'

const toWrite = '　'.repeat(6)

/** A name that is not known yet prints as it does in a policy's outline. */
const unknown = '×××'

/** The largest size at which the longest line still fits; Latin letters take half a character. */
const titleStyle = (lines: readonly string[], textWidth: number): string => {
  const longest = Math.max(
    0,
    ...lines.map((line) => [...line].reduce((sum, char) => sum + (char < '\u2000' ? 0.55 : 1), 0)),
  )
  const size = coverTitleSizes.findIndex((points) => longest * points * 20 <= textWidth)
  return `CoverTitle${size < 0 ? coverTitleSizes.length : size + 1}`
}

/** Half a character of 三号, and a little: readers other than Word set it wider. */
const half = 165

const space = (twips: number): Xml =>
  paragraph('CoverFoot', '', `<w:spacing w:before="0" w:after="0" w:line="${twips}" w:lineRule="exact"/>`)

/** What the lines of a cover take, one above another, with what readers add to them. */
const lineHeight = { mark: 620, title: 1250, field: 700, foot: 760 } as const
const airAround = { most: 1400, least: 300 } as const

/** What is left of the page when everything on it stands close together. */
const airIn = ({ attachment, marks, title, fields, issuer, date }: Cover, { textHeight }: Book['profile']['page']) => {
  const top = (attachment ? 1 : 0) + marks.length
  const foot = (issuer ? 1 : 0) + (date ? 1 : 0)
  const { mark, title: line, field, foot: last } = lineHeight
  return textHeight - top * mark - title.length * line - fields.length * field - foot * last
}

/** Above and below the title; less of it where much stands on the page, so that a cover stays one page. */
const airOf = (cover: Cover, page: Book['profile']['page']): number =>
  Math.round(Math.min(airAround.most, Math.max(airAround.least, airIn(cover, page) / 2)))

const mostRoomy = 9
const rowHeight = ({ fields }: Cover): number => (fields.length > mostRoomy ? 560 : 680)

/** Labels are as wide as the longest of them, on one line each. */
const labelWidth = (cover: Cover) =>
  Math.ceil(Math.max(10, ...cover.fields.map(({ label }) => halvesOf(`${label}：`))) * half) + 2 * cellMargin

const fieldRows = (cover: Cover, book: Book): Xml => {
  const { textWidth } = book.profile.page
  const label = Math.min(labelWidth(cover), Math.round(textWidth * 0.55))
  const values = cover.fields.map((field) => answerAt(field.path, book))
  const least = textWidth - label - 900
  const longest = Math.max(...values.map(halvesOf)) * half + 2 * cellMargin
  const width = longest > least ? textWidth - label : least
  const rows = cover.fields.map((field, i) => ({
    cells: [
      { content: textParagraph('CoverLabel', `${field.label}：`), vertical: 'bottom' as const, unbroken: true },
      {
        content: textParagraph(
          'CoverValue',
          balancedLines(values[i] ?? '', (width - 2 * cellMargin) / half).join('\n'),
        ),
        vertical: 'bottom' as const,
        underlined: true,
      },
    ],
    minHeight: rowHeight(cover),
  }))
  return rows.length > 0 ? table([label, width], rows, { ruled: false }) : ''
}

/** Holds the lines at the foot of the page, whatever stands above. */
const frame = (textWidth: number): Xml =>
  `<w:framePr w:w="${textWidth}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>`

const foot = (cover: Cover, book: Book): Xml => {
  const date = cover.date && valueAt(book.answers, cover.date)
  const lines = [
    ...(cover.issuer ? [`${cover.issuer.replace(/制$/, '')}制`] : []),
    ...(cover.date
      ? [typeof date === 'string' && date !== '' ? chineseDate(date.slice(0, 'YYYY-MM'.length)) : '　　　　年　　月']
      : []),
  ]
  return lines.map((line) => paragraph('CoverFoot', run(line), frame(book.profile.page.textWidth))).join('')
}

/** The first page: marks for the office, title, the applicant's lines, date and issuer. */
export const coverPage = (cover: Cover, book: Book): Xml => {
  const lines = cover.title.map((line) => filledText(line, book, unknown))
  const style = titleStyle(lines, book.profile.page.textWidth)
  const top = `${cover.attachment ? textParagraph('CoverAttachment', cover.attachment) : ''}${cover.marks
    .map((mark) => paragraph('CoverMark', `${run(mark)}${run(toWrite, 'Filled')}`))
    .join('')}`
  const air = space(airOf(cover, book.profile.page))
  return `${top}${air}${lines.map((line) => textParagraph(style, line)).join('')}${air}${fieldRows(cover, book)}${foot(cover, book)}`
}
