import { type Difference, differenceCells, type Template } from '@policyforms/core'
import { documentParts } from '../book/body.ts'
import { settingFor } from '../book/table-setting.ts'
import { type Profile, profileOf } from '../layout/profile.ts'
import { encoded, packed, stored } from '../package/part.ts'
import { zipParts } from '../package/zip-parts.ts'
import { coreProperties } from '../shell/core-properties.ts'
import { noProperties } from '../shell/custom-properties.ts'
import { corePart, customPart, documentPart, relationsPart, shellOf } from '../shell/shell.ts'
import { joined, textParagraph, type Xml } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'

export interface Differences {
  /** What is compared, as a person calls it: 某省（第 2 版）. */
  readonly left: string
  readonly right: string
  /** Titles by the template's name. */
  readonly templates: Readonly<Record<string, string>>
  readonly differences: readonly Difference[]
}

const title = '模板修改对照表'
/** A document that belongs to no template, in the look of a book. */
const plan: Template['document'] = { profile: 'book', notes: [], contents: false }

/** In half characters: 序号, 位置, 原来, 现在, 依据. */
const needs = [
  { least: 4, wanted: 4, flows: false },
  { least: 14, wanted: 24, flows: true },
  { least: 16, wanted: 40, flows: true },
  { least: 16, wanted: 40, flows: true },
  { least: 14, wanted: 22, flows: true },
]
const heads = ['序号', '位置', '原来', '现在', '依据']
const rowHeight = 400
const none = '—'

const tableOf = (differences: readonly Difference[], profile: Profile): Xml => {
  const { type, widths } = settingFor(needs, profile)
  const cell = (style: 'Head' | 'Text' | 'Centre', lines: readonly string[]): Cell => ({
    content: joined(lines.map((line) => textParagraph(`${type.name}${style}`, line))),
  })
  const head: Row = { cells: heads.map((name) => cell('Head', [name])), head: true, minHeight: rowHeight }
  const rows = differences.map((difference, i): Row => {
    const { place, before, after } = differenceCells(difference)
    const { basis = [] } = difference
    return {
      cells: [
        cell('Centre', [`${i + 1}`]),
        cell('Text', [place]),
        cell('Text', [before || none]),
        cell('Text', [after || none]),
        cell('Text', basis.length > 0 ? basis : [none]),
      ],
      minHeight: rowHeight,
      breaks: true,
    }
  })
  return table(widths, [head, ...rows], type)
}

/** What differs between two versions or two packs, as a table of a Word document for those who decide on it. */
export const writeDifferences = async (
  { left, right, templates, differences }: Differences,
  { today }: { readonly today: string },
): Promise<Uint8Array> => {
  const { parts, relations, upright } = await shellOf({ document: plan })
  const profile = profileOf(plan)
  const groups = [...Map.groupBy(differences, ({ template }) => template)]
  const body = [
    textParagraph('BookTitle', title),
    textParagraph('Body', `原来：${left}。现在：${right}。`),
    textParagraph('Body', differences.length === 0 ? '没有不同。' : `共 ${differences.length} 处不同。`),
    ...groups.map(
      ([template, found]) =>
        `${textParagraph('TableTitle', `《${templates[template] ?? template}》`)}${tableOf(found, profile)}`,
    ),
  ]
  return zipParts([
    ...parts,
    await packed(documentPart, encoded(documentParts('', `${joined(body)}${upright}`))),
    stored(relationsPart, Buffer.from(relations)),
    stored(customPart, Buffer.from(noProperties)),
    stored(corePart, Buffer.from(coreProperties(title, today))),
  ])
}
