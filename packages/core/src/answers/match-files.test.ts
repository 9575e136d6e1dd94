import { expect, it } from 'vitest'
import { fileMatcher } from './match-files.ts'

const file = (id: string, name = '扫描件.pdf') => ({ id, name, size: 1 })
const [a, b, c] = [file('a'), file('b'), file('c')]
const letter = ['support', 'letter']
const first = ['support', 'list', 0, 'file']

it('gives a place its own file, in whatever order they were uploaded and are read', () => {
  const current = { support: { letter: [b], list: [{ file: [a] }] } }
  const match = fileMatcher([c, a, b], current)
  expect([match(a.name, first), match(a.name, letter), match(a.name, ['support', 'list', 1, 'file'])]).toEqual([
    a,
    b,
    c,
  ])
  const again = fileMatcher([a, b, c], current)
  expect([again(a.name, ['other']), again(a.name, letter), again(a.name, first)]).toEqual([c, b, a])
})

it('gives files that stand nowhere in their order, and the last of a name as often as it is asked for', () => {
  const match = fileMatcher([a, b, file('d', '章程.pdf')])
  expect([match(a.name, letter), match(a.name, first), match(a.name, ['other'])]).toEqual([a, b, b])
  expect(match('章程.docx', letter)).toBeUndefined()
})

it('keeps two files of one name at one place in their order', () => {
  const match = fileMatcher([b, a], { support: { letter: [a, b] } })
  expect([match(a.name, letter), match(a.name, letter)]).toEqual([a, b])
})
