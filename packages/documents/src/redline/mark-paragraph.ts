import { diffChars } from 'diff'
import type { Xml } from '../xml/paragraph.ts'
import type { Mark } from './change-marks.ts'

// Texts that were written anew are shown whole, once out and once in: their common letters mean nothing.
const limits = { maxEditLength: 3000, timeout: 1000 }

const properties = (paragraph: Xml): Xml => /<w:pPr>.*?<\/w:pPr>/s.exec(paragraph)?.[0] ?? ''
const content = (paragraph: Xml): Xml => paragraph.replace(/^<w:p>(?:<w:pPr>.*?<\/w:pPr>)?|<\/w:p>$|^<w:p\/>$/gs, '')

/** Whether a paragraph is runs of plain text alone, which can be taken apart by letters. */
const isPlain = (inside: Xml): boolean =>
  /^(?:<w:bookmark(?:Start|End)[^>]*\/>|<w:r>(?:<w:t[^>]*>[^<]*<\/w:t>|<w:br\/>|<w:tab\/>)*<\/w:r>)*$/s.test(inside)

/** Breaks and tabs as single letters of the private area, so that they are compared like any other. */
const [lineBreak, tab] = ['\uE000', '\uE001']
const lettersOf = (inside: Xml): string =>
  [...inside.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:(br|tab)\/>/gs)]
    .map(([, text, other]) => text ?? (other === 'br' ? lineBreak : tab))
    .join('')

const runOf = (letters: string, tag: 't' | 'delText'): Xml =>
  `<w:r>${letters
    .split(/([\uE000\uE001])/)
    .map((piece) =>
      piece === lineBreak
        ? '<w:br/>'
        : piece === tab
          ? '<w:tab/>'
          : piece && `<w:${tag} xml:space="preserve">${piece}</w:${tag}>`,
    )
    .join('')}</w:r>`

// A letter of XML text may be an entity, which must not be cut.
const entity = /&(?:amp|lt|gt|quot|#\d+);/g
const whole = (letters: string, kept: Map<string, string>): string =>
  letters.replace(entity, (one) => {
    const letter = kept.get(one) ?? String.fromCharCode(0xe100 + kept.size)
    kept.set(one, letter)
    return letter
  })
const restored = (letters: string, kept: ReadonlyMap<string, string>): string =>
  [...kept].reduce((text, [one, letter]) => text.replaceAll(letter, one), letters)

/** Full-width blanks, which stand where nothing was answered yet. */
const isRoomToWrite = (letters: string): boolean => /^\u3000+$/.test(letters)

const changedRuns = (before: string, after: string, mark: Mark): Xml => {
  const kept = new Map<string, string>()
  const [old, now] = [whole(before, kept), whole(after, kept)]
  const changes = diffChars(old, now, limits) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ]
  return changes
    .map(({ value, added, removed }) => {
      const letters = restored(value, kept)
      if (letters === '' || (removed && isRoomToWrite(letters))) return ''
      if (removed) return mark('del', runOf(letters, 'delText'))
      return added ? mark('ins', runOf(letters, 't')) : runOf(letters, 't')
    })
    .join('')
}

const withMark = (pPr: Xml, own: Xml): Xml =>
  pPr === ''
    ? `<w:pPr><w:rPr>${own}</w:rPr></w:pPr>`
    : pPr.replace(/(?=<w:sectPr\b|<\/w:pPr>$)/, `<w:rPr>${own}</w:rPr>`)

/** A paragraph that came in or went out whole. */
export const wholeParagraph = (paragraph: Xml, kind: 'ins' | 'del', mark: Mark): Xml => {
  const inside = content(paragraph)
  const letters = lettersOf(inside)
  const runs = letters === '' ? '' : mark(kind, runOf(letters, kind === 'del' ? 'delText' : 't'))
  return `<w:p>${withMark(properties(paragraph), mark(kind))}${runs}</w:p>`
}

/** A paragraph in two versions: letters that went out, letters that came in. What is no plain text stands as it is now. */
export const changedParagraph = (before: Xml, after: Xml, mark: Mark): Xml => {
  const [old, now] = [content(before), content(after)]
  if (!isPlain(old) || !isPlain(now)) return after
  const bookmarks = now.match(/<w:bookmark(?:Start|End)[^>]*\/>/g)?.join('') ?? ''
  return `<w:p>${properties(after)}${bookmarks}${changedRuns(lettersOf(old), lettersOf(now), mark)}</w:p>`
}
