import { chineseNumber } from '@policyforms/core'
import { childOf, elementsOf, settingOf, type XmlElement } from '../xml/xml-tree.ts'

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
}

const circled = (count: number) => (count <= 20 ? String.fromCodePoint(0x245f + count) : `${count}`)
const letters = (count: number) => String.fromCharCode(96 + ((count - 1) % 26) + 1)

const forms: Readonly<Record<string, (count: number) => string>> = {
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  japaneseCounting: chineseNumber,
  taiwaneseCountingThousand: chineseNumber,
  ideographDigital: chineseNumber,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  lowerLetter: letters,
  upperLetter: (count) => letters(count).toUpperCase(),
}

const levelOf = (level: XmlElement): readonly [string, Level] => [
  level.attributes['w:ilvl'] ?? '0',
  {
    format: settingOf(level, 'w:numFmt') ?? 'decimal',
    text: settingOf(level, 'w:lvlText') ?? '',
    start: Number(settingOf(level, 'w:start') ?? 1),
  },
]

const definitions = (numbering: XmlElement | undefined): ReadonlyMap<string, ReadonlyMap<string, Level>> => {
  const all = numbering ? elementsOf(numbering) : []
  const abstract = new Map(
    all
      .filter((one) => one.name === 'w:abstractNum')
      .map((one) => [
        one.attributes['w:abstractNumId'],
        new Map(
          elementsOf(one)
            .filter((child) => child.name === 'w:lvl')
            .map(levelOf),
        ),
      ]),
  )
  return new Map(
    all
      .filter((one) => one.name === 'w:num')
      .map((one) => [one.attributes['w:numId'] ?? '', abstract.get(settingOf(one, 'w:abstractNumId')) ?? new Map()]),
  )
}

/** Counts as Word does: the number before a paragraph is not in its text. Give it the paragraphs in order. */
export const wordNumbers = (numbering: XmlElement | undefined) => {
  const known = definitions(numbering)
  const counts = new Map<string, number>()
  return (properties: XmlElement | undefined): string => {
    const numbered = childOf(properties, 'w:numPr')
    const id = settingOf(numbered, 'w:numId') ?? ''
    const at = Number(settingOf(numbered, 'w:ilvl') ?? 0)
    const levels = known.get(id)
    const level = levels?.get(`${at}`)
    if (!levels || !level || level.format === 'bullet' || level.format === 'none') return ''
    const count = (counts.get(`${id}/${at}`) ?? level.start - 1) + 1
    counts.set(`${id}/${at}`, count)
    for (let below = at + 1; below < 9; below++) counts.delete(`${id}/${below}`)
    return level.text.replace(/%([1-9])/g, (_, digit) => {
      const of = Number(digit) - 1
      const shown = counts.get(`${id}/${of}`) ?? levels.get(`${of}`)?.start ?? 1
      return forms[levels.get(`${of}`)?.format ?? '']?.(shown) ?? `${shown}`
    })
  }
}
