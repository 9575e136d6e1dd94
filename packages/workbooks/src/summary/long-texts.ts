import type { StyleBook, ValueRow } from '../book/book.ts'
import { displayWidth } from '../sheet/heights.ts'
import { fixedColumn, type HeadedColumn } from './headed-column.ts'

export const longTextsTitle = '长文字'

const textWidth = 84
/** Half-width characters that fit in the tallest row that Excel allows, at the width of the column. */
const roomOfRow = 24 * (textWidth - 4)

export const longTextColumns = (keys: readonly HeadedColumn[], styles: StyleBook): readonly HeadedColumn[] => [
  ...keys,
  fixedColumn(styles, longTextsTitle, '所在的表', 16, '@'),
  fixedColumn(styles, longTextsTitle, '项目', 24, '@'),
  fixedColumn(styles, longTextsTitle, '字数', 8, '#,##0', 'center'),
  fixedColumn(styles, longTextsTitle, '全文', textWidth, '@'),
]

/** A text in pieces that can each be read whole in one row; cut between paragraphs if they are short enough. */
export const readablePieces = (text: string): readonly string[] => {
  const pieces: string[] = []
  let piece = ''
  let room = roomOfRow
  for (const paragraph of text.split('\n')) {
    for (let rest = [...paragraph]; ; ) {
      const line = Math.max(1, Math.ceil(displayWidth(rest.join('')) / (textWidth - 4))) * (textWidth - 4)
      if (line <= room) {
        piece += `${piece === '' ? '' : '\n'}${rest.join('')}`
        room -= line
        break
      }
      if (piece !== '') pieces.push(piece)
      else {
        pieces.push(rest.slice(0, roomOfRow / 2).join(''))
        rest = rest.slice(roomOfRow / 2)
      }
      piece = ''
      room = roomOfRow
    }
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** Which text of which submission. */
interface Told {
  readonly keys: ValueRow['values']
  /** The sheet where it stands in short. */
  readonly from: string
  readonly head: string
}

const linesIn = (piece: string): number =>
  piece.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / (textWidth - 4))), 0)

/** The rows of one text that is too long for its own. */
export const longTextRows = (
  sheet: number,
  styles: readonly number[],
  { keys, from, head }: Told,
  text: string,
): readonly ValueRow[] =>
  readablePieces(text).map((piece, i) => ({
    sheet,
    values: [
      ...keys,
      from,
      i === 0 ? head : `${head}（续 ${i}）`,
      i === 0 ? [...text.replace(/\s/g, '')].length : undefined,
      piece,
    ],
    styles,
    height: Math.min(409, linesIn(piece) * 16 + 8),
  }))
