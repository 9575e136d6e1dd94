import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../answers/json.ts'
import { withValue } from '../answers/pointer.ts'
import { changeValue, insertItem, insertProperty, mergeTexts, moveProperty, renameKey, setValue } from './index.ts'

const text = `{
  "title": "报告",
    "properties": {
      "a": {"title":"甲",   "x-kind": "text"},
      "b": { "title": "乙" }
  },
  "required": ["a", "b"]
}
`
const keysOf = (json: string, at = 'properties') => Object.keys(JSON.parse(json)[at])

describe('editing a text that a person laid out', () => {
  it('changes the one place', () => {
    expect(setValue(text, ['properties', 'a', 'title'], '甲方')).toBe(text.replace('"甲"', '"甲方"'))
    expect(setValue(text, ['properties', 'none', 'title'], undefined)).toBe(text)
  })

  it('puts a property where it is wanted', () => {
    const changed = insertProperty(text, ['properties'], 'c', { title: '丙' }, 1)
    expect(keysOf(changed)).toEqual(['a', 'c', 'b'])
    expect(changed).toContain('"a": {"title":"甲",   "x-kind": "text"}')
  })

  it('renames a key in its place', () => {
    expect(renameKey(text, ['properties', 'a'], 'party')).toBe(text.replace('"a":', '"party":'))
  })

  it('moves a property, and not into itself', () => {
    expect(keysOf(moveProperty(text, ['properties', 'a'], ['properties'], 1))).toEqual(['b', 'a'])
    expect(JSON.parse(moveProperty(text, ['properties', 'a'], ['properties', 'b', 'properties'], 0))).toMatchObject({
      properties: { b: { properties: { a: { title: '甲' } } } },
    })
    expect(moveProperty(text, ['properties', 'a'], ['properties', 'a', 'properties'], 0)).toBe(text)
  })

  it('inserts an item, at the end too, and where there is no list yet', () => {
    expect(JSON.parse(insertItem(text, ['required'], 1, 'x')).required).toEqual(['a', 'x', 'b'])
    expect(JSON.parse(insertItem(text, ['required'], 9, 'x')).required).toEqual(['a', 'b', 'x'])
    expect(JSON.parse(insertItem(text, ['x-rules'], 0, { id: 'r' }))['x-rules']).toEqual([{ id: 'r' }])
  })
})

const leaf = fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.boolean(), fc.constant(null))
const tree = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('node'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))
const file = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tree.node, { noNullPrototype: true })
const written = (value: Json) => JSON.stringify(value, null, 2)

describe('bringing a value to another', () => {
  it('says the other, keys in its order', () => {
    fc.assert(
      fc.property(file, file, (now, next) => {
        expect(JSON.stringify(JSON.parse(changeValue(written({ x: now }), ['x'], next)))).toBe(
          JSON.stringify({ x: next }),
        )
      }),
    )
  })

  it('leaves what says the same as it was laid out', () => {
    const before = '{ "x": { "a": {"t":  1}, "b": [ 1,2,  3 ], "c": {"u":   2} } }'
    expect(changeValue(before, ['x'], { a: { t: 1 }, b: [1, 2, 4], c: { u: 2 } })).toBe(before.replace('3 ]', '4 ]'))
    expect(changeValue(before, ['x'], { a: { t: 1 }, d: [1, 2, 3], c: { u: 2 } })).toBe(before.replace('"b"', '"d"'))
    expect(changeValue(before, ['x'], { a: { t: 1 }, b: [1, 3], c: { u: 2 } })).toContain('"c": {"u":   2}')
  })
})

describe('merging', () => {
  it('takes all that one side did when the other did nothing', () => {
    fc.assert(
      fc.property(file, file, (base, mine) => {
        expect(mergeTexts(written(base), written(base), written(mine)).text).toBe(written(mine))
        expect(mergeTexts(written(base), written(mine), written(base)).text).toBe(written(mine))
      }),
    )
  })

  it('keeps what both did in different places', () => {
    fc.assert(
      fc.property(file, leaf, leaf, (base, one, other) => {
        const theirs = withValue(base, ['a'], one)
        const mine = withValue(base, ['b'], other)
        const { text: merged, conflicts } = mergeTexts(written(base), written(theirs), written(mine))
        expect(conflicts).toEqual([])
        expect(JSON.parse(merged)).toEqual(withValue(theirs, ['b'], other))
      }),
    )
  })

  it('names what both changed, and keeps theirs', () => {
    const [base, theirs, mine] = ['甲', '乙', '丙'].map((title) => written({ title, unit: '元' }))
    expect(mergeTexts(base ?? '', theirs ?? '', mine ?? '')).toEqual({ text: theirs, conflicts: ['/title'] })
  })

  it('takes mine where it is asked to, and keeps what they did elsewhere', () => {
    const base = written({ title: '甲', unit: '元', part: { a: 1 } })
    const theirs = written({ title: '乙', unit: '万元' })
    const mine = written({ title: '丙', unit: '元', part: { a: 2, b: 3 } })
    const { text, conflicts } = mergeTexts(base, theirs, mine, 'mine')
    expect(JSON.parse(text)).toEqual({ title: '丙', unit: '万元', part: { a: 2, b: 3 } })
    expect(conflicts).toEqual(['/title', '/part/a', '/part/b'])
  })

  it('puts a new key behind its neighbour', () => {
    const base = written({ p: { a: 1, b: 2 } })
    const mine = written({ p: { a: 1, n: 0, b: 2 } })
    const theirs = written({ p: { z: 9, a: 1, b: 3 } })
    expect(keysOf(mergeTexts(base, theirs, mine).text, 'p')).toEqual(['z', 'a', 'n', 'b'])
  })
})
