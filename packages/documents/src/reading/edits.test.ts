import { sentence } from '@policyforms/core'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { writeWord } from '../write-word.ts'
import { readBook } from './read-book.ts'

const today = '2026-05-01'
const book = await writeWord(sampleBook, sampleAnswers, { today })

/** The book with its text changed as a person, or Word, would change it. */
const edited = (change: (xml: string) => string, part = 'word/document.xml', of = book) => {
  const files = unzipSync(of)
  const before = strFromU8(files[part] ?? new Uint8Array())
  const after = change(before)
  expect(after).not.toBe(before)
  return zipSync({ ...files, [part]: strToU8(after) })
}
const read = (bytes: Uint8Array) => readBook(sampleBook, bytes, { today })
const basics = (bytes: Uint8Array) => read(bytes).answers.basics
const name = '示例省稀土新材料技术创新中心'
/** The control of a tag, with all that is in it. */
const control = (tag: string) => new RegExp(`<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>(?:(?!</w:sdt>).)*</w:sdt>`, 's')

describe('what people do in Word', () => {
  it('types another text', () =>
    expect(
      basics(edited((xml) => xml.replace(control('basics.name'), (found) => found.replace(name, '新名称')))),
    ).toMatchObject({ name: '新名称' }))

  it('types beside the control, in the same cell', () =>
    expect(
      basics(edited((xml) => xml.replace(control('basics.name'), (found) => `${found}<w:r><w:t>（筹）</w:t></w:r>`))),
    ).toMatchObject({ name: `${name}（筹）` }))

  it('pastes text with looks of its own, and Word splits it into runs', () =>
    expect(
      basics(
        edited((xml) =>
          xml.replace(control('basics.name'), (found) =>
            found.replace(
              /<w:r>.*?<\/w:r>/s,
              '<w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t xml:space="preserve">乙 </w:t></w:r><w:hyperlink r:id="x"><w:r><w:t>丙</w:t></w:r></w:hyperlink>',
            ),
          ),
        ),
      ),
    ).toMatchObject({ name: '甲乙 丙' }))

  it('tracks changes: they are taken as accepted', () =>
    expect(
      basics(
        edited((xml) =>
          xml.replace(control('basics.name'), (found) =>
            found.replace(
              /<w:r>.*?<\/w:r>/s,
              '<w:r><w:t>甲</w:t></w:r><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom w:id="3"><w:r><w:t>走</w:t></w:r></w:moveFrom>',
            ),
          ),
        ),
      ),
    ).toMatchObject({ name: '甲新' }))

  it('ticks a box by a click, or writes another mark over it', () => {
    const clicked = edited((xml) =>
      xml
        .replace(control('basics.funding=m1'), (found) => found.replace('□', '☑').replace('w14:val="0"', 'w14:val="1"'))
        .replace(control('basics.funding=m0'), (found) => found.replace('☑', '□')),
    )
    expect(basics(clicked)).toMatchObject({ funding: ['m1', 'm2'] })
    const written = edited((xml) => xml.replace(control('basics.legal=true'), '<w:r><w:t>☑</w:t></w:r>'))
    expect(basics(written)).toMatchObject({ legal: true })
  })

  it('ticks two boxes where one may be: that is told, with its place', () => {
    const { issues } = read(
      edited((xml) => xml.replace(control('basics.legal=false'), (found) => found.replace('□', '☑'))),
    )
    expect(issues).toMatchObject([{ code: 'place-unreadable', at: '/basics/legal' }])
    expect(issues[0]?.place).toMatch(/^表 \d+ 第 \d+ 行第 \d+ 格$/)
    expect(issues.map((issue) => sentence(issue))).toEqual(['“是、否”读不出来，应为只选一项'])
  })

  it('writes what is no number: told with its place and text', () => {
    const { answers, issues } = read(
      edited((xml) => xml.replace(control('basics.capital'), (found) => found.replace('12,000.50', '约一亿'))),
    )
    expect(issues).toMatchObject([{ code: 'not-a-number', at: '/basics/capital', params: { value: '约一亿' } }])
    expect(answers.basics).not.toHaveProperty('capital')
  })

  it('writes figures and dates as people write them', () =>
    expect(
      basics(
        edited((xml) =>
          xml
            .replace(control('basics.capital'), (found) => found.replace('12,000.50', ' １２，３４５．６ 万元'))
            .replace(control('basics.founded'), (found) => found.replace(/<w:t( [^>]*)?>[^<]*/, '<w:t>2021.3.5')),
        ),
      ),
    ).toMatchObject({ capital: 12345.6, founded: '2021-03-05' }))

  it('empties a control, so that Word shows its prompt', () =>
    expect(
      basics(
        edited((xml) =>
          xml.replace(control('basics.name'), (found) =>
            found
              .replace('</w:placeholder>', '</w:placeholder><w:showingPlcHdr/>')
              .replace(name, '单击或点击此处输入文字。'),
          ),
        ),
      ),
    ).not.toHaveProperty('name'))

  it('deletes a control with its row: the place is missed', () => {
    const { issues } = read(
      edited((xml) => xml.replace(/<w:tr>(?:(?!<\/w:tr>).)*basics\.name"(?:(?!<\/w:tr>).)*<\/w:tr>/s, '')),
    )
    expect(issues).toMatchObject([{ code: 'place-missing', at: '/basics/name', severity: 'warning' }])
  })
})

describe('rows of a table', () => {
  const rowsIn = (bytes: Uint8Array) =>
    (read(bytes).answers as { base: { platform: { platforms: readonly { name?: string; staff?: number }[] } } }).base
      .platform.platforms
  const rows = rowsIn(book)
  const rowPattern = /<w:tr>(?:(?!<\/w:tr>).)*base\.platform\.platforms\.name"(?:(?!<\/w:tr>).)*<\/w:tr>/gs
  const [first = '', second = ''] =
    strFromU8(unzipSync(book)['word/document.xml'] ?? new Uint8Array()).match(rowPattern) ?? []

  it('are deleted, moved, and added without controls', () => {
    expect(rowsIn(edited((xml) => xml.replace(first, '')))).toEqual(rows.slice(1))
    expect(rowsIn(edited((xml) => xml.replace(first + second, second + first))).slice(0, 2)).toEqual([rows[1], rows[0]])
    const plain = first
      .replace(/<w:sdtPr>.*?<\/w:sdtPr>/gs, '')
      .replace(/<\/?w:sdt(Content)?>/g, '')
      .replace(/<w:t xml:space="preserve">[^<]*<\/w:t>/g, '')
    const cells = plain.split('</w:p></w:tc>')
    const added = ['9', '新平台', '企业', '2025年3月', '7', '1.5'].reduce(
      (row, text, i) => `${row + (cells[i] ?? '')}<w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`,
      '',
    )
    const found = rowsIn(edited((xml) => xml.replace(second, `${added}</w:tr>${second}`)))
    expect(found).toHaveLength(rows.length + 1)
    expect(found[1]).toEqual({ name: '新平台', level: 'company', approved: '2025-03', staff: 7, invested: 1.5 })
  })

  it('are deleted with changes tracked', () =>
    expect(
      rowsIn(
        edited((xml) =>
          xml.replace(
            first,
            first
              .replace('<w:trPr>', '<w:trPr><w:del w:id="1"/>')
              .replace('<w:del w:id="1"/><w:cantSplit/>', '<w:cantSplit/><w:del w:id="1"/>'),
          ),
        ),
      ),
    ).toEqual(rows.slice(1)))
})

it('refuses the file of another template, and says that one is of another version', () => {
  const other = { ...sampleBook, id: 'sample/other' }
  expect(readBook(other, book, { today }).issues).toMatchObject([{ code: 'document-other-template' }])
  const newer = readBook({ ...sampleBook, hash: 'newer', version: '2.0.0' }, book, { today })
  expect(newer.issues).toMatchObject([{ code: 'document-other-version', params: { found: '1.0.0', wanted: '2.0.0' } }])
  expect(newer.answers).toEqual(read(book).answers)
})

it('keeps what stands where the file has no place, and what prints the same', () => {
  const { answers } = readBook(sampleBook, book, {
    today,
    current: { basics: { capital: 12000.501, funding: ['m2', 'm0'] } },
  })
  expect(answers.basics).toMatchObject({ capital: 12000.501, funding: ['m2', 'm0'] })
})
