import { expect, it } from 'vitest'
import { optionTag, otherTag, partTag, tagOf } from './tag-of.ts'

it('names an answer by its keys, the rows of a table alike', () => {
  expect(tagOf(['lists', 'rows', '*', 'name'])).toBe('lists.rows.name')
  expect(partTag(['basics', 'period'], '.from')).toBe('basics.period.from')
  expect(partTag(['basics', 'files'], '#3')).toBe('basics.files#3')
  expect(optionTag(['basics', 'type'], 'company')).toBe('basics.type=company')
})

it('stays within the 64 characters that Word allows, and tells long ones apart', () => {
  const long = Array.from({ length: 12 }, (_, i) => `someLongKey${i}`)
  const tags = [...'abcdefgh'].flatMap((key) => [
    tagOf([...long, key]),
    otherTag([...long, key], 'other'),
    partTag([...long, key], '#12345'),
    optionTag([...long, key], 'company'),
    optionTag(['short', key], 'c'.repeat(80)),
  ])
  for (const tag of tags) expect(tag.length).toBeLessThanOrEqual(64)
  expect(new Set(tags).size).toBe(tags.length)
})
