import { expect, it } from 'vitest'
import { numberedAsShown } from './shown-numbers.ts'
import type { Section } from './template.ts'

const section = (path: readonly string[], number: string, children: readonly Section[] = []): Section => ({
  block: 'section',
  key: path.at(-1) ?? '',
  path,
  title: path.join('/'),
  clauses: [],
  number,
  level: path.length,
  columns: 4,
  children,
  signatures: [],
})
const numbersOf = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ number, children }) => [
    number,
    ...numbersOf(children.filter((child) => child.block === 'section')),
  ])

const sections = (second: readonly [string, string]) => [
  section(['basics'], ''),
  section(['a'], '一、', [section(['a', 'x'], '（一）'), section(['a', 'y'], '（二）')]),
  section(['b'], '二、', [section(['b', 'x'], second[0]), section(['b', 'y'], second[1])]),
  section(['c'], '三、'),
]
const anew = { sections: sections(['（一）', '（二）']) }
const onward = { sections: sections(['（三）', '（四）']) }
const shown = (template: typeof anew, ...hidden: readonly string[]) =>
  numbersOf(numberedAsShown(template, new Set(hidden)).sections)

it('counts what is shown, at each level', () => {
  expect(shown(anew, '/a')).toEqual(['', '一、', '（一）', '（二）', '一、', '（一）', '（二）', '二、'])
  expect(shown(anew, '/b/x')).toEqual(['', '一、', '（一）', '（二）', '二、', '（一）', '（一）', '三、'])
})

it('goes on counting where a template does', () => {
  expect(shown(onward, '/a/y')).toEqual(['', '一、', '（一）', '（二）', '二、', '（二）', '（三）', '三、'])
})

it('leaves a template alone in which no number is missing', () => {
  expect(numberedAsShown(anew, new Set())).toBe(anew)
  expect(numberedAsShown(anew, new Set(['/basics', '/a/field']))).toBe(anew)
})
