import { isObject, type Json, property, valueAt } from '@policyforms/core'
import { expect, it } from 'vitest'
import cases from './follow-cases.json' with { type: 'json' }
import { followInFiles } from './follow-files.ts'
import { changeOf, changeOfHead, moveNode, renameHead, renameNode } from './moves.ts'
import { renamedHead } from './renamed-head.ts'

const file = 'north/report.schema.json'
const files = new Map(
  Object.entries(cases.files).map(([path, content]) => [path, `${JSON.stringify(content, null, 2)}\n`]),
)
const text = files.get(file) ?? ''
const keysOf = (place: string) => place.split('/')

/** What reads otherwise than before, line by line. */
const changesIn = (now: ReadonlyMap<string, string>) =>
  [...now].flatMap(([path, after]) => {
    const before = files.get(path)?.split('\n') ?? []
    return after
      .split('\n')
      .filter((line) => !before.includes(line))
      .map((line) => line.trim())
  })

it.each(cases.renames)('$about', ({ node, key, lines }) => {
  const from = keysOf(node)
  const now = followInFiles(files, file, renameNode(text, from, key), [
    changeOf({ from, to: [...from.slice(0, -1), key] }),
  ])
  expect(changesIn(now)).toEqual(lines)
})

it.each(cases.moves)('$about', ({ node, into, lines }) => {
  const from = keysOf(node)
  const { text: next, keys: to } = moveNode(text, from, keysOf(into), 0)
  expect(changesIn(followInFiles(files, file, next, [changeOf({ from, to })]))).toEqual(expect.arrayContaining(lines))
})

it.each(cases.heads)('$about', ({ matrix, side, from, to, isPublished, lines }) => {
  const keys = keysOf(matrix)
  const heads = valueAt(JSON.parse(text), [...keys, side])
  const next = (Array.isArray(heads) ? heads : []).map((head: Json) =>
    property(head, 'key') === from && isObject(head) ? { ...head, key: to } : head,
  )
  const head = renamedHead(side, heads, next)
  if (!head) throw new Error('nothing was renamed')
  const renamed = renameHead(text, keys, head, isPublished)
  expect(changesIn(followInFiles(files, file, renamed, [changeOfHead(text, keys, head)]))).toEqual(lines)
})

it('tells another key from every other change', () => {
  const [own, grant] = [
    { key: 'own', title: '自筹' },
    { key: 'grant', title: '财政' },
  ]
  const is = (next: Json) => renamedHead('x-rows', [own, grant], next)
  expect(is([own, { ...grant, key: 'public' }])).toEqual({ side: 'x-rows', index: 1, from: 'grant', to: 'public' })
  for (const next of [
    [own],
    [grant, own],
    [own, { ...grant, title: '拨款' }],
    [own, { key: 'a', title: '拨款' }],
    [own, grant],
  ])
    expect(is(next)).toBeUndefined()
  expect(renamedHead('x-rules', [own], [{ ...own, key: 'a' }])).toBeUndefined()
})
