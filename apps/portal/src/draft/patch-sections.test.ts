import { expect, it } from 'vitest'
import { changedSections } from './merge-answers.ts'
import { afterPatch, patchSections } from './patch-sections.ts'

const before = { a: { x: 1 }, b: { y: 2 }, c: null }

it('brings the answers of one side to those of the other', () => {
  const after = { a: { x: 9 }, c: null, d: { z: 3 } }
  const sections = patchSections(after, changedSections(before, after))
  expect(sections).toEqual({ a: { x: 9 }, b: null, d: { z: 3 } })
  expect(afterPatch(before, sections)).toEqual(after)
})

it('leaves what the patch does not name, null or not', () => {
  expect(afterPatch(before, {})).toEqual(before)
})
