import type { Xml } from '../xml/paragraph.ts'
import { escaped } from '../xml/text.ts'

/** Writes marks of tracked changes, each with a number of its own (ISO 29500-1, 17.13.5). */
export const changeMarks = (author: string, date: string) => {
  let count = 0
  return (kind: 'ins' | 'del', content?: Xml): Xml => {
    count += 1
    const start = `<w:${kind} w:id="${9000 + count}" w:author="${escaped(author)}" w:date="${date}T00:00:00Z"`
    return content === undefined ? `${start}/>` : `${start}>${content}</w:${kind}>`
  }
}

export type Mark = ReturnType<typeof changeMarks>
