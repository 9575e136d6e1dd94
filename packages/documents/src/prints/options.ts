import { type CodeEntry, type CodeList, type Field, type Lists, leavesOf, listOf, property } from '@policyforms/core'
import type { Leaf } from '../book/book.ts'
import { optionTag, otherTag } from '../controls/tag-of.ts'
import { controlled, richControl, tickControl, ticks } from '../xml/control.ts'
import { paragraph, run, type Xml } from '../xml/paragraph.ts'
import { halvesOf } from '../xml/text-width.ts'
import { plain } from './plain.ts'
import type { Print } from './print.ts'

/** A longer list, such as all regions, would fill pages: only what was chosen is printed. */
const longestList = 40
/** Options of more characters than this stand each on its own line. */
const longOption = 18

/** Whether all options are printed, with boxes to tick. */
export const isPrinted = (list: CodeList) =>
  list.depth <= 2 && list.entries.length > 0 && leavesOf(list.entries).length <= longestList

/** The box before an option of a field. */
export const tick = ({ path, compute }: Field, code: string, chosen: boolean): Xml =>
  compute ? run(chosen ? ticks.on : ticks.off) : tickControl(optionTag(path, code), chosen)

interface Chosen {
  readonly field: Field
  readonly codes: readonly string[]
  readonly other: string
}

/** The kinds differ in where the codes and the text of 其他 stand in the answer. */
const chosenOf = ({ field, value }: Leaf): Chosen => {
  const codes = property(value, 'choices') ?? property(value, 'choice') ?? value
  const other = property(value, 'other')
  return {
    field,
    codes: (Array.isArray(codes) ? codes : [codes]).filter((code) => typeof code === 'string'),
    other: typeof other === 'string' ? other : '',
  }
}

/** In half characters: fonts differ a little. */
const slack = 0.5

const spaceToWrite = '　'.repeat(8)

/** □其他（请注明）：and the text that was given, or room for it. */
const otherOption = (entry: CodeEntry, { field, codes, other }: Chosen): Xml => {
  const isChosen = codes.includes(entry.code)
  const text = run((isChosen && other) || spaceToWrite, 'Filled')
  const control = field.compute ? undefined : richControl(otherTag(field.path, entry.code))
  return `${tick(field, entry.code, isChosen)}${run(`${entry.title}：`)}${controlled(text, control)}`
}

/** An option with its box, and how many half characters that takes. */
interface Printed {
  readonly xml: Xml
  readonly halves: number
}

const between = '　'
const boxHalves = 2

/** As many on a line as it holds: an option is not broken. */
const sideBySide = (printed: readonly Printed[], room: number): readonly Xml[] => {
  const lines: { xml: Xml; halves: number }[] = []
  for (const { xml, halves } of printed) {
    const last = lines.at(-1)
    const joined = (last?.halves ?? 0) + halvesOf(between) + halves
    if (last && joined <= room) {
      last.xml += `${run(between)}${xml}`
      last.halves = joined
    } else lines.push({ xml, halves })
  }
  return lines.map(({ xml }) => xml)
}

/** Options side by side, long ones on lines of their own, and 其他 always so. The first line may be led by a title. */
const optionLines = (entries: readonly CodeEntry[], chosen: Chosen, room: number, lead = ''): readonly Xml[] => {
  const closed = entries.filter((entry) => !entry.other)
  const printed = closed.map(({ code, title }, i) => {
    const before = i === 0 ? lead : ''
    return {
      xml: `${before && run(before)}${tick(chosen.field, code, chosen.codes.includes(code))}${run(title)}`,
      halves: halvesOf(before) + boxHalves + halvesOf(title),
    }
  })
  const areLong = closed.some((entry) => entry.title.length > longOption)
  return [
    ...(areLong ? printed.map(({ xml }) => xml) : sideBySide(printed, room)),
    ...entries
      .filter((entry) => entry.other)
      .map((entry, i) => `${closed.length === 0 && i === 0 && lead ? run(lead) : ''}${otherOption(entry, chosen)}`),
  ]
}

const isBranch = (entry: CodeEntry) => (entry.children?.length ?? 0) > 0

/** A tree of two levels has a line for each branch, led by its title; options without a branch come last. */
const listLines = ({ entries }: CodeList, chosen: Chosen, room: number): readonly Xml[] => [
  ...entries
    .filter(isBranch)
    .flatMap((branch) => optionLines(branch.children ?? [], chosen, room, `${branch.title}：`)),
  ...optionLines(
    entries.filter((entry) => !isBranch(entry)),
    chosen,
    room,
  ),
]

const lengthOfList = (list: CodeList) => leavesOf(list.entries).reduce((sum, entry) => sum + entry.title.length + 2, 0)

/** The complete list of options with the chosen ones ticked, as far as a page can hold it. */
export const options = {
  cell: (leaf, book, width) => {
    const list = listOf(leaf.field, book.lists)
    if (!isPrinted(list)) return plain.cell(leaf, book)
    return listLines(list, chosenOf(leaf), width / (book.profile.baseTable * 10) - slack)
      .map((line) => paragraph('BaseText', line))
      .join('')
  },
  row: plain.row,
  spreads: (field: Field, lists: Lists) => {
    const list = listOf(field, lists)
    return isPrinted(list) && (lengthOfList(list) > 16 || list.depth > 1)
  },
} satisfies Print
