import type { PageSetUp } from '../page-set-up.ts'
import type { Paragraph } from '../read-document.ts'
import { at, type Check, withRole } from './check.ts'

/** From line to line in twentieths of a point, where that can be told: what a font alone makes differs. */
const pitchOf = ({ look, type }: Paragraph, setUp: PageSetUp | undefined): number | undefined => {
  const { line = 240, lineRule = 'auto', snapToGrid = true } = look
  if (lineRule !== 'auto') return line
  const grid = setUp?.grid
  if (snapToGrid && grid && grid.type !== 'default' && grid.linePitch > 0) return (grid.linePitch * line) / 240
  return type.size === undefined ? undefined : (type.size * 26 * line) / 240
}

const least = 21.5
const greatest = 23

/** 22 lines to a page, by the grid or by exact lines. An application book has its own. */
export const checkLines: Check = (document) =>
  document.standard === 'book'
    ? []
    : withRole(document, 'body').flatMap((paragraph) => {
        const setUp = document.setUps[paragraph.setUp]
        const pitch = pitchOf(paragraph, setUp)
        // A page on its side holds tables.
        if (!setUp || pitch === undefined || pitch <= 0 || setUp.width > setUp.height) return []
        const lines = (setUp.height - setUp.margins.top - setUp.margins.bottom) / pitch
        if (lines >= least && lines <= greatest) return []
        return [
          {
            code: 'line-pitch',
            severity: 'error',
            ...at(paragraph),
            found: `行距 ${Math.round(pitch / 2) / 10} 磅，一面约 ${Math.floor(lines + 0.1)} 行`,
            wanted: '一面 22 行（行距约 29 磅）',
            clause: '5.2.3',
          },
        ]
      })

const twoCharacters = (points: number) => points * 40

/** The first line of a paragraph begins two characters in. */
export const checkIndents: Check = (document) =>
  withRole(document, 'body').flatMap((paragraph) => {
    const { look, text, type } = paragraph
    const typed = /^[\s　]*/.exec(text)?.[0] ?? ''
    if (/^(?:附件|[^，。]{2,30}：$)/.test(text.trim()) || typed !== '') return []
    const { firstLine = 0, firstLineChars = 0 } = look
    const wanted = twoCharacters(type.size ?? 16)
    if (Math.abs(firstLineChars - 200) <= 10 || (firstLineChars === 0 && Math.abs(firstLine - wanted) <= wanted / 8))
      return []
    const characters = firstLineChars > 0 ? firstLineChars / 100 : firstLine / (wanted / 2)
    return [
      {
        code: 'indent',
        severity: 'error',
        ...at(paragraph),
        found: characters < 0.1 ? '段首没有空两字' : `段首空 ${Math.round(characters * 10) / 10} 字`,
        wanted: '每个自然段左空二字，回行顶格',
        clause: '7.3.3',
      },
    ]
  })
