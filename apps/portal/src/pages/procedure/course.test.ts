import { expect, it } from 'vitest'
import { sampleProcedure } from '../../testing/sample-procedure.ts'
import { arrowsOf, doneWithin, marksOfStage, marksOfTransition, sharedWithin } from './course.ts'

const procedure = sampleProcedure()
const stage = (wanted: string) => {
  const found = procedure.stages.find(({ id }) => id === wanted)
  if (!found) throw new Error(wanted)
  return found
}

it('draws one arrow for all that leads from one stage to another, and tells onward, back and end apart', () => {
  const drawn = arrowsOf(procedure).map(({ from, to, way, transitions }) => [from, to, way, transitions.length])
  expect(drawn).toEqual([
    ['intent', 'review', 'onward', 1],
    ['review', 'intent', 'back', 1],
    ['review', 'closed', 'end', 2],
  ])
})

it('keeps what leads nowhere else within its stage, and what several stages share apart', () => {
  expect(doneWithin(procedure, stage('review')).map(({ id }) => id)).toEqual(['again', 'note'])
  expect(doneWithin(procedure, stage('intent')).map(({ id }) => id)).toEqual(['note'])
  expect(sharedWithin(procedure).map(({ id }) => id)).toEqual(['note'])
})

it('marks stages by what is due in them, transitions by their grounds', () => {
  expect([marksOfStage(procedure, stage('review')), marksOfStage(procedure, stage('intent'))]).toEqual(['①', ''])
  const marks = Object.fromEntries(procedure.transitions.map((one) => [one.id, marksOfTransition(procedure, one)]))
  expect(marks).toMatchObject({ refuse: '甲', close: '' })
})
