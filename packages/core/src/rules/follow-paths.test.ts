import { expect, it } from 'vitest'
import cases from './cases/follow.json' with { type: 'json' }
import { followPaths } from './follow-paths.ts'

interface Case {
  readonly rule: string
  /** Where it stands; its own place may move too. */
  readonly at?: string
  readonly moves: Readonly<Record<string, string>>
  readonly refers?: Readonly<Record<string, string>>
  readonly gives: string
}

const split = (path: string) => path.split('.')

/** `*` in a move is any row of a matrix, and stays the one it is; rows of tables count for nothing. */
const movedBy =
  (moves: Case['moves']) =>
  (path: readonly string[]): readonly string[] => {
    const isHead = Object.keys(moves).some((from) => from.includes('*'))
    const plain = isHead ? path : path.filter((key) => key !== '*')
    const isAt = (from: string) => split(from).every((key, i) => key === '*' || plain[i] === key)
    const [from, to] = Object.entries(moves).find(([from]) => isAt(from)) ?? []
    if (from === undefined || to === undefined) return path
    return [...split(to).map((key, i) => (key === '*' ? (plain[i] ?? key) : key)), ...plain.slice(split(from).length)]
  }

// JSON modules type each case by what it happens to hold.
it.each(cases as readonly unknown[] as readonly Case[])(
  '$rule → $gives',
  ({ rule, at = 'x', moves, refers, gives }) => {
    const moved = movedBy(moves)
    const refersTo = (path: readonly string[]) => refers?.[path.join('.')]?.split('.')
    expect(followPaths(rule, { from: split(at), to: moved(split(at)), moved, refersTo })).toBe(gives)
  },
)

it('leaves every expression as it is when nothing has moved', () => {
  for (const { rule, at = 'x' } of cases as readonly unknown[] as readonly Case[])
    expect(followPaths(rule, { from: split(at), to: split(at), moved: (path) => path })).toBe(rule)
})
