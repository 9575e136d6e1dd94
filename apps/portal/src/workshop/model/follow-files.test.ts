import { expect, it } from 'vitest'
import cases from './follow-cases.json' with { type: 'json' }
import { followInFiles } from './follow-files.ts'
import { moveNode, renameNode } from './moves.ts'

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
  const now = followInFiles(files, file, renameNode(text, from, key), [{ from, to: [...from.slice(0, -1), key] }])
  expect(changesIn(now)).toEqual(lines)
})

it.each(cases.moves)('$about', ({ node, into, lines }) => {
  const from = keysOf(node)
  const { text: next, keys: to } = moveNode(text, from, keysOf(into), 0)
  expect(changesIn(followInFiles(files, file, next, [{ from, to }]))).toEqual(expect.arrayContaining(lines))
})
