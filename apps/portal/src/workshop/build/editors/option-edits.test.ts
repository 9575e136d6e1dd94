import { expect, it } from 'vitest'
import { addOption, pasteOptions, withConst } from './option-edits.ts'

const options = [
  { const: 'agree', title: '同意' },
  { const: '01', title: '不同意' },
]

it('keeps the code of what is there already, and gives free ones to what is new', () => {
  const read = [
    { code: '01', title: '同意' },
    { code: '02', title: '暂缓' },
  ]
  expect(pasteOptions(options, read, 'instead')).toEqual([
    { const: 'agree', title: '同意' },
    { const: '02', title: '暂缓' },
  ])
  expect(pasteOptions(options, [{ code: '01', title: '暂缓' }], 'after').at(-1)).toEqual({
    const: 'option1',
    title: '暂缓',
  })
})

it('adds under a code that is free', () => {
  expect(addOption(addOption(options)).map((one) => one.const)).toEqual(['agree', '01', 'option1', 'option2'])
})

it('leaves word of the former code of what was published', () => {
  expect(withConst({ const: 'agree', title: '同意' }, 'yes', options)).toMatchObject({ const: 'yes', 'x-was': 'agree' })
  expect(withConst({ const: 'new', title: '新' }, 'newer', options)).toEqual({ const: 'newer', title: '新' })
  expect(withConst({ const: 'yes', title: '同意', 'x-was': 'agree' }, 'agree', options)).not.toHaveProperty('x-was')
})
