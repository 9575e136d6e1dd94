import { expect, it } from 'vitest'
import { changed, type Files, redone, startHistory, undone } from './history.ts'

const file = (content: object): Files => new Map([['a.json', JSON.stringify(content)]])
const contentOf = (files: Files) => JSON.parse(files.get('a.json') ?? '')

it('takes back its own step only: what others did meanwhile stays, forth and back', () => {
  const mine = changed(startHistory(file({ title: '甲', unit: '元' })), file({ title: '乙', unit: '元' }), '改名称', 0)
  const withOthers = { ...mine, now: file({ title: '乙', unit: '万元' }) }
  const back = undone(withOthers)
  expect(contentOf(back.now)).toEqual({ title: '甲', unit: '万元' })
  expect(contentOf(redone(back).now)).toEqual({ title: '乙', unit: '万元' })
})

it('takes typing on for one step, unless others came in between', () => {
  const first = changed(startHistory(file({ title: '' })), file({ title: '中' }), '改名称', 0)
  expect(changed(first, file({ title: '中试' }), '改名称', 100).past).toHaveLength(1)
  const came = { ...first, now: file({ title: '中', unit: '元' }) }
  const on = changed(came, file({ title: '中试', unit: '元' }), '改名称', 100)
  expect(on.past).toHaveLength(2)
  expect(contentOf(undone(undone(on)).now)).toEqual({ title: '', unit: '元' })
})

it('undoes a file that came and one that went', () => {
  const two: Files = new Map([...file({ title: '甲' }), ['b.json', '{}']])
  const added = changed(startHistory(file({ title: '甲' })), two, '添一份', 0)
  expect([...undone(added).now.keys()]).toEqual(['a.json'])
  expect([...redone(undone(added)).now.keys()]).toEqual(['a.json', 'b.json'])
})
