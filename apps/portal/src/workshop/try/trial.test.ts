import { expect, it } from 'vitest'
import { Trial } from './trial.ts'

const [before, after, later] = [{ a: { total: 1 } }, { a: { funding: 1 } }, { a: { amount: 1 } }]
const begin = () => new Trial({ answers: before, begun: before, example: 'complete', fresh: 0, section: undefined })

it('takes its example anew when a renamed key has changed it', () => {
  const trial = begin()
  trial.follow(after)
  expect(trial.state()).toMatchObject({ answers: after, example: 'complete', fresh: 1 })
  trial.follow({ a: { funding: 1 } })
  expect(trial.state().fresh).toBe(1)
  trial.follow(before)
  expect(trial.state().answers).toEqual(before)
})

it('keeps what was typed, until that is the example', () => {
  const trial = begin()
  const typed = { a: { total: 2 } }
  trial.typed(typed)
  trial.follow(after)
  expect(trial.state()).toMatchObject({ answers: typed, fresh: 0 })
  trial.keptAs('complete')
  trial.follow(later)
  expect(trial.state().answers).toEqual(later)
})

it('stays with what it has when there is no such example', () => {
  const trial = begin()
  trial.follow(undefined)
  expect(trial.state().answers).toEqual(before)
})
