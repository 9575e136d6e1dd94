import { describe, expect, it } from 'vitest'
import { field, section, table, template } from './sample/blocks.ts'
import { sampleAnswers, sampleBook } from './sample/book.ts'
import { readBlocks } from './sample/read-word.ts'
import { writeWord } from './write-word.ts'

const today = '2024-03-01'

describe('hostile texts', () => {
  const made = template([
    section('s', '一、', '</w:t><w:p>&"', [
      field('line', 'text', '名称'),
      field('prose', 'narrative', '正文', { wide: true }),
      table('t', '表', [field('cell', 'text', '格')]),
    ]),
  ])
  const print = async (text: string) => {
    const file = await writeWord(made, { s: { line: text, prose: text, t: [{ cell: text }] } }, { today })
    return { file, text: JSON.stringify(readBlocks(file)) }
  }
  it.each([
    ['markup', '<w:p/>]]><!--&amp;', '<w:p/>]]><!--&amp;'],
    ['emoji and rare characters', '👩‍🔬㛃𬭎', '👩‍🔬㛃𬭎'],
    ['control characters', 'a\u0000b\u0001c\u001b\ufffed', 'abcd'],
    ['half a surrogate pair', 'x\ud83dy', 'x\ufffdy'],
    ['a field code', '{ HYPERLINK "http://x" }', '{ HYPERLINK'],
    ['windows line ends', '一\r\n二', '一'],
  ])('prints %s', async (_, given, printed) => {
    expect((await print(given)).text).toContain(JSON.stringify(printed).slice(1, -1))
  })
  it('prints 30,000 characters without a break, in full', async () => {
    const long = 'A'.repeat(30_000)
    expect((await print(long)).text.split(long)).toHaveLength(4)
  })
  it('takes answers of the wrong shape', async () => {
    const wrong = { s: { line: { a: 1 }, prose: 7, t: 'rows' } }
    expect(readBlocks(await writeWord(made, wrong, { today })).length).toBeGreaterThan(3)
    expect(readBlocks(await writeWord(made, { s: [] }, { today })).length).toBeGreaterThan(3)
  })
  it('shows the name of a picture that is none', async () => {
    const file = await writeWord(sampleBook, sampleAnswers, {
      today,
      pictures: () => new TextEncoder().encode('<svg onload=x>'),
    })
    expect(JSON.stringify(readBlocks(file))).toContain('["标识","标识.png"]')
  })
})
