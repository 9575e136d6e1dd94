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

/** With `*` kept where it is. */
const movedBy =
  (moves: Case['moves']) =>
  (path: readonly string[]): readonly string[] => {
    const plain = path.filter((key) => key !== '*')
    const [from, to] = Object.entries(moves).find(([from]) => split(from).every((key, i) => plain[i] === key)) ?? []
    return from === undefined || to === undefined ? path : [...split(to), ...plain.slice(split(from).length)]
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
