import type { ParseError } from '@marcbachmann/cel-js'
import type { RuleFault } from './translation.ts'

/** Signs of Chinese writing, and words, that stand for signs of the language. */
const meant: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≧': '>=',
  '≤': '<=',
  '≦': '<=',
  '≠': '!=',
  '×': '*',
  '÷': '/',
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  '、': ',',
  '。': '.',
  '=': '==',
  '＝': '==',
  '&': '&&',
  '＆': '&&',
  '|': '||',
  '｜': '||',
  and: '&&',
  并且: '&&',
  且: '&&',
  or: '||',
  或者: '||',
  或: '||',
  not: '!',
}

/** What a sign or word should have been; nothing when that cannot be told. */
const meantBy = (found: string): string => {
  const plain = found.normalize('NFKC')
  return (
    (Object.hasOwn(meant, found) ? meant[found] : plain !== found && /^[\x20-\x7e]+$/.test(plain) ? plain : '') ?? ''
  )
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** The closing bracket that an expression still lacks. Strings are left out. */
const unclosed = (source: string): string | undefined => {
  const waiting: string[] = []
  for (const [sign] of source.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '').matchAll(/[()[\]{}]/g)) {
    const closer = closers[sign]
    if (closer) waiting.push(closer)
    else waiting.pop()
  }
  return waiting.at(-1)
}

const quoted = (text: string): string => (text === '' ? '' : `“${text.slice(0, 40)}”`)

/** What stands at a place: a word, a run of Chinese, a number, or one sign. */
const foundAt = (source: string, start: number): string => {
  const rest = source.slice(start)
  return (/^\p{Script=Han}[\p{L}\p{N}]*|^[\w.]+|^./u.exec(rest)?.[0] ?? '').trim()
}

interface Reason {
  readonly reason: string
  readonly found?: string
  readonly suggestion?: string
}

/** What is wrong with an expression that does not parse, by the parser's code and place; its own words are English. */
const reasonOf = (code: string, source: string, start: number): Reason => {
  if (/string/.test(code)) return { reason: 'open-text' }
  if (/escape/.test(code)) return { reason: 'escape', found: source.slice(start, start + 2) }
  if (code === 'limit_exceeded') return { reason: 'too-long' }
  if (source.trim() === '') return { reason: 'unwritten' }
  if (start >= source.trimEnd().length) {
    const closer = unclosed(source)
    return closer && !/[-+*/%=<>!&|,.?:([]\s*$/.test(source)
      ? { reason: 'open-bracket', found: closer }
      : { reason: 'unfinished' }
  }
  const found = foundAt(source, start)
  if (code === 'invalid_macro_argument') return { reason: 'row-name', found }
  const suggestion = meantBy(found)
  if (suggestion === '' && /^\p{Script=Han}/u.test(found)) return { reason: 'title', found }
  return { reason: 'unexpected', found, suggestion }
}

/** A fault that any language can tell. */
export const syntaxFault = (error: Pick<ParseError, 'code' | 'range'>, source: string): RuleFault => {
  const start = error.range?.start ?? 0
  const { reason, found = '', suggestion = '' } = reasonOf(error.code, source, start)
  return { code: 'rule-syntax', params: { reason, found: quoted(found), suggestion }, start }
}

/** A form that the grammar has and rules do not. */
export const unknownForm = (source: string, { start, end }: { readonly start: number; readonly end: number }) => ({
  reason: 'no-such-form',
  found: quoted(source.slice(start, end)),
  suggestion: '',
})
