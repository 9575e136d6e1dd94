import { reservedKeys } from '@policyforms/core/pack'
import { terms } from './terms.ts'

// The last three are none that check refuses, but names that a reader would take for a part of the language.
const reserved = new Set([...reservedKeys, 'to', 'string', 'value'])
const longest = 40

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const camel = (words: readonly string[]) => words.map((word, i) => (i === 0 ? word : capital(word))).join('')

export interface Namer {
  /** A key in camelCase for each title, in order, no two alike. */
  readonly keys: (titles: readonly string[]) => readonly string[]
  /** Codes of options: lower case with hyphens. */
  readonly codes: (titles: readonly string[]) => readonly string[]
}

const wordsFor = new Map(Object.entries(terms))
const known = [...wordsFor.keys()].sort((a, b) => b.length - a.length)

/** A title cut into terms, the longest first, and what lies between them. */
const piecesOf = (title: string): readonly string[] => {
  const term = known.find((one) => title.includes(one))
  if (term === undefined) return title === '' ? [] : [title]
  const at = title.indexOf(term)
  return [...piecesOf(title.slice(0, at)), term, ...piecesOf(title.slice(at + term.length))]
}

/** Keys from the dictionary of common terms; what it does not know, in pinyin. The same title always gives the same key. */
export const makeNamer = async (): Promise<Namer> => {
  const { pinyin } = await import('pinyin-pro')
  const spelled = (text: string): readonly string[] =>
    pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .flatMap((part) => part.toLowerCase().match(/[a-z]+|\d+/g) ?? [])
      .slice(0, 6)
  const wordsOf = (title: string): readonly string[] => {
    const plain = title.replace(/[（(].*$/, '').trim() || title
    const year = /^((?:19|20)\d\d)年?度?$/.exec(plain)?.[1]
    return year
      ? [`year${year}`]
      : piecesOf(plain)
          .flatMap((piece) => wordsFor.get(piece) ?? spelled(piece))
          .slice(0, 5)
  }
  const keyOf = (title: string): string => {
    const key = camel(wordsOf(title))
      .replace(/[^A-Za-z0-9]/g, '')
      .replace(/^[0-9]+/, (digits) => `n${digits}`)
      .slice(0, longest)
    const named = key === '' ? 'item' : key.charAt(0).toLowerCase() + key.slice(1)
    return reserved.has(named) ? `${named}Item` : named
  }
  return {
    keys: (titles) => unique(titles.map(keyOf), ''),
    codes: (titles) =>
      unique(
        titles.map((title) => hyphened(keyOf(title))),
        '-',
      ),
  }
}

const hyphened = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const unique = (names: readonly string[], joint: string): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let count = 2; taken.has(free); count++) free = `${name}${joint}${count}`
    taken.add(free)
    return free
  })
}
