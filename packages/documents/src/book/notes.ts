import { textParagraph, type Xml } from '../xml/paragraph.ts'

/** An author may have numbered the notes already: 1. 一、 （1） ①. */
const isNumbered = (note: string) => /^\s*(\d+\s*[.．、)）]|[一二三四五六七八九十]+、|（.{1,3}）|[①-⑳])/.test(note)

export const notesPage = (notes: readonly string[]): Xml => {
  const counted = notes.length > 1 && !notes.some(isNumbered)
  return `${textParagraph('FrontTitle', '填写说明')}${notes
    .map((note, i) => textParagraph('Body', counted ? `${i + 1}.${note}` : note))
    .join('')}`
}
