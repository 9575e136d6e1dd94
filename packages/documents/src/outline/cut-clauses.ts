import { chineseNumber, type PolicyPiece } from '@policyforms/core'
import { type Heading, headingOf } from './heading.ts'
import type { OutlineBlock } from './outline-block.ts'
import { policyFront } from './policy-front.ts'

/** 第X章 and 第X节 hold articles, which are numbered across them. */
const article = 12
/** What is numbered more finely, as （1） and ①, stays with its clause. */
const finest = 32
const longestTitle = 40

interface Open {
  readonly rank: number
  readonly mark: string
  readonly ordinal: string
}

interface Piece {
  readonly open: readonly Open[]
  readonly title: string
  readonly place: string
  readonly text: string[]
}

const ordinals = new Map(Array.from({ length: 999 }, (_, i) => [chineseNumber(i + 1), String(i + 1)]))

/** 第十二条 → 12, （三） → 3, 1.2 → 1.2 */
const ordinalOf = (mark: string): string => {
  const digits = /\d+(?:[.．]\d+)*/.exec(mark)?.[0].replaceAll('．', '.')
  const chinese = /[一二三四五六七八九十百零〇]+/.exec(mark)?.[0].replaceAll('〇', '零') ?? ''
  return digits ?? ordinals.get(chinese) ?? 'x'
}

const textOf = (block: OutlineBlock): string =>
  block.is === 'paragraph'
    ? block.text.trim()
    : block.rows.map((row) => row.flatMap(({ text, isContinued }) => (isContinued ? [] : text)).join(' ')).join('\n')

/** （申报条件）, 【申报条件】: what an article is called, if it is called anything. */
const titleOfArticle = (text: string): readonly [title: string, rest: string] => {
  const [, bracketed, after = ''] = /^[（(【[]([^（()）【】[\]]{2,20})[）)】\]]\s*(.*)$/s.exec(text) ?? []
  if (bracketed) return [bracketed, after]
  return text.length <= 20 && !/[，。；：,;:]/.test(text) ? [text, ''] : ['', text]
}

/** A title that stands alone, or before the first full stop of a paragraph; a sentence is no title. */
const titleIn = (text: string, rank: number): readonly [title: string, rest: string] => {
  if (rank === article) return titleOfArticle(text)
  const [, title = '', rest = ''] = /^([^。；：;:]*)[。：:]?(.*)$/s.exec(text) ?? []
  if (/^[；;]/.test(rest)) return ['', text]
  if (title.length > longestTitle || /[，,]/.test(title)) return ['', text]
  return rest === '' && /[。；;]$/.test(text) ? ['', text] : [title.trim(), rest.trim()]
}

/** The clauses of a policy's text, by its numbering. What only holds others has none of its own, nor has its name. */
export const cutClauses = (all: readonly OutlineBlock[]): readonly PolicyPiece[] => {
  const { places } = policyFront(all)
  const blocks = all.filter(({ place }) => !places.has(place))
  const pieces: Piece[] = [{ open: [], title: '', place: blocks[0]?.place ?? '', text: [] }]
  let open: readonly Open[] = []
  for (const block of blocks) {
    const text = textOf(block)
    if (text === '') continue
    const heading = block.is === 'paragraph' ? headingOf(text) : undefined
    if (heading && isCut(heading, open)) {
      const mark = text.slice(0, text.length - heading.title.length).trim()
      const around = open.filter(({ rank }) => rank < heading.rank)
      open = [...around, { rank: heading.rank, mark, ordinal: ordinalOf(mark) }]
      const [title, rest] = titleIn(heading.title, heading.rank)
      pieces.push({ open, title, place: block.place, text: rest === '' ? [] : [rest] })
    } else pieces.at(-1)?.text.push(text)
  }
  const taken = new Set<string>()
  return pieces.flatMap((piece, i) => {
    const holdsOthers = (pieces[i + 1]?.open.length ?? 0) > piece.open.length
    const isNothing = piece.text.length === 0 && (holdsOthers || piece.open.length === 0)
    return isNothing ? [] : [pieceOf(piece, taken)]
  })
}

/** Within an article the points stay together. */
const isCut = ({ rank }: Heading, open: readonly Open[]): boolean =>
  rank <= finest && !(rank > article && open.some((outer) => outer.rank === article))

const pieceOf = ({ open, title, place, text }: Piece, taken: Set<string>): PolicyPiece => {
  const numbered = open.some(({ rank }) => rank === article) ? open.filter(({ rank }) => rank >= article) : open
  const wanted = numbered.map(({ ordinal }) => ordinal).join('.') || '0'
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}.${n}`
  taken.add(id)
  return { id, heading: headingText(numbered, title), text, place }
}

/** 二、建设目标; further in 三（六）1 年度报告制度. */
const headingText = (open: readonly Open[], title: string): string => {
  const [only] = open
  if (!only) return '引言'
  const whole =
    open.length === 1
      ? `${only.mark}${/[条章节部篇]$/.test(only.mark) && title ? ' ' : ''}${title}`
      : `${open.map(({ mark }) => mark.replace(/[、.．\s]+$/, '')).join('')} ${title}`
  return whole.trim().slice(0, 60)
}
