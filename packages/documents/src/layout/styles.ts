import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from 'docx'
import { textWidth } from './geometry.ts'
import { fonts, type Profile } from './profile.ts'

/** What docx can say of a style, and what it cannot: properties that stand right before the spacing. */
type Look = Omit<IParagraphStyleOptions, 'id' | 'name'> & { readonly beforeSpacing?: string }

/** Such text keeps to its own lines, not to the page's grid. */
const offGrid = { beforeSpacing: '<w:snapToGrid w:val="0"/>' } as const
const dotsToPageNumber = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${textWidth}"/></w:tabs>`

/** The hint makes “ ” — … take the Chinese font, as a Chinese page wants them. */
export const font = (eastAsia: string, latin: string = fonts.latin) =>
  ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' }) as const

const sized = (points: number, eastAsia: string = fonts.body) => ({
  font: font(eastAsia),
  size: points * 2,
  bold: false,
  italics: false,
  color: '000000',
})

/** Two characters, by count, so that it stays right when an office changes the size; the twips are for other readers. */
const twoCharacters = (points: number) => ({ firstLineChars: 200, firstLine: points * 40 })
const spacing = (before: number, after = before) => ({ before, after, line: 240, lineRule: LineRuleType.AUTO })

const onPitch = ({ ownPitch, grid }: Profile, around = 0) =>
  ownPitch ? { before: around, after: 0, line: grid.linePitch, lineRule: LineRuleType.EXACT } : spacing(around, 0)

const headingFonts = [fonts.hei, fonts.kai, fonts.body, fonts.body] as const

export const headingStyle = (profile: Profile, level: 1 | 2 | 3 | 4) => {
  const { headings } = profile
  const points = headings[level - 1] ?? headings[3]
  return {
    next: 'Body',
    run: sized(points, headingFonts[level - 1]),
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
      indent: twoCharacters(points),
      spacing: onPitch(profile, level === 1 && !profile.ownPitch ? 120 : 0),
    },
  }
}

const cell = (
  points: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  eastAsia?: string,
): Look => ({
  basedOn: 'Normal',
  run: { ...sized(points, eastAsia), characterSpacing: 0 },
  paragraph: { alignment, spacing: spacing(20) },
  ...offGrid,
})

/** The four styles of a row table, in one size. */
const cells = (type: 'Cell' | 'Fine', points: number) => ({
  [`${type}Head`]: { name: `${type} Head`, ...cell(points, AlignmentType.CENTER, fonts.hei) },
  [`${type}Text`]: { name: `${type} Text`, ...cell(points, AlignmentType.LEFT) },
  [`${type}Centre`]: { name: `${type} Centre`, ...cell(points, AlignmentType.CENTER) },
  [`${type}Number`]: { name: `${type} Number`, ...cell(points, AlignmentType.RIGHT) },
})

/** 26 lines of contents to a page, below its title. */
const tocLine = 450

const toc = (level: number, points: number, eastAsia: string): Look => ({
  basedOn: 'Normal',
  run: sized(points, eastAsia),
  paragraph: {
    indent: { left: (level - 1) * points * 20 },
    spacing: { before: 0, after: 0, line: tocLine, lineRule: LineRuleType.EXACT },
  },
  beforeSpacing: `${dotsToPageNumber}${offGrid.beforeSpacing}`,
})

const pageNumber = (side: 'left' | 'right'): Look => ({
  basedOn: 'Normal',
  run: { font: font(fonts.song, fonts.song), size: 28, characterSpacing: 0 },
  paragraph: { alignment: side, indent: { [side]: 280 }, spacing: spacing(0) },
  ...offGrid,
})

const coverTitle = (points: number): Look => ({
  basedOn: 'Normal',
  run: sized(points, fonts.title),
  paragraph: {
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 0, after: 120, line: 264, lineRule: LineRuleType.AUTO },
  },
  ...offGrid,
})

/** Cover titles from the largest that one line may take: 小初, 一号, 二号. */
export const coverTitleSizes = [36, 26, 22] as const

/** Every paragraph style that a book uses, by id. Runs carry no properties of their own. */
export const paragraphStyles = (profile: Profile): Readonly<Record<string, Look & { readonly name: string }>> => {
  const { body, baseTable, table, fineTable, ownPitch } = profile
  return {
    Normal: {
      name: 'Normal',
      quickFormat: true,
      run: { ...sized(body), characterSpacing: ownPitch?.characterSpacing ?? 0 },
      paragraph: { spacing: onPitch(profile) },
      ...(ownPitch && offGrid),
    },
    PlainHeading: {
      name: 'Plain Heading',
      basedOn: 'Heading1',
      next: 'Body',
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.CENTER,
        indent: { firstLineChars: 0, firstLine: 0 },
        spacing: spacing(120, 120),
      },
    },
    Body: { name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: { indent: twoCharacters(body) } },
    BookTitle: {
      name: 'Book Title',
      basedOn: 'Normal',
      quickFormat: true,
      run: sized(22, fonts.title),
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(0, 360) },
    },
    FrontTitle: {
      name: 'Front Title',
      basedOn: 'Normal',
      quickFormat: true,
      run: sized(18, fonts.hei),
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(120, 240) },
    },
    FieldTitle: {
      name: 'Field Title',
      basedOn: 'Body',
      next: 'Body',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    TableTitle: {
      name: 'Table Title',
      basedOn: 'Normal',
      run: sized(baseTable, fonts.hei),
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: spacing(120, 60) },
      ...offGrid,
    },
    TableUnit: {
      name: 'Table Unit',
      ...cell(table, AlignmentType.RIGHT),
      paragraph: { alignment: AlignmentType.RIGHT, keepNext: true, spacing: spacing(20) },
      ...offGrid,
    },
    TableGap: {
      name: 'Table Gap',
      basedOn: 'Normal',
      run: { size: 12 },
      paragraph: { spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT } },
      ...offGrid,
    },
    BaseLabel: { name: 'Base Label', ...cell(baseTable, AlignmentType.CENTER) },
    BaseText: { name: 'Base Text', ...cell(baseTable, AlignmentType.LEFT) },
    BaseProse: {
      name: 'Base Prose',
      basedOn: 'BaseText',
      paragraph: { alignment: AlignmentType.BOTH, indent: twoCharacters(baseTable) },
    },
    ...cells('Cell', table),
    ...cells('Fine', fineTable),
    Sign: {
      name: 'Sign',
      basedOn: 'Normal',
      paragraph: {
        keepNext: true,
        keepLines: true,
        indent: { left: Math.round(textWidth * 0.42) },
        spacing: spacing(300, 0),
      },
    },
    SignDate: {
      name: 'Sign Date',
      basedOn: 'Normal',
      paragraph: {
        alignment: AlignmentType.RIGHT,
        keepLines: true,
        indent: { right: body * 40 },
        spacing: spacing(300, 120),
      },
    },
    BoxSign: {
      name: 'Box Sign',
      basedOn: 'BaseText',
      paragraph: { keepNext: true, indent: { left: 3400 }, spacing: spacing(240, 0) },
    },
    BoxSignDate: {
      name: 'Box Sign Date',
      basedOn: 'BaseText',
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: baseTable * 40 }, spacing: spacing(240, 120) },
    },
    CoverAttachment: {
      name: 'Cover Attachment',
      basedOn: 'Normal',
      run: sized(16, fonts.hei),
      paragraph: { spacing: spacing(0) },
      ...offGrid,
    },
    CoverMark: {
      name: 'Cover Mark',
      basedOn: 'Normal',
      run: sized(14),
      paragraph: { indent: { left: 5400 }, spacing: spacing(40) },
      ...offGrid,
    },
    CoverTitle1: { name: 'Cover Title 1', ...coverTitle(coverTitleSizes[0]) },
    CoverTitle2: { name: 'Cover Title 2', ...coverTitle(coverTitleSizes[1]) },
    CoverTitle3: { name: 'Cover Title 3', ...coverTitle(coverTitleSizes[2]) },
    CoverLabel: { name: 'Cover Label', ...cell(16, AlignmentType.DISTRIBUTE) },
    CoverValue: { name: 'Cover Value', ...cell(16, AlignmentType.LEFT) },
    CoverFoot: {
      name: 'Cover Foot',
      basedOn: 'Normal',
      run: sized(16, fonts.kai),
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(60) },
      ...offGrid,
    },
    TOC1: { name: 'toc 1', ...toc(1, 14, fonts.hei) },
    TOC2: { name: 'toc 2', ...toc(2, 14, fonts.body) },
    TOC3: { name: 'toc 3', ...toc(3, 12, fonts.body) },
    PageOdd: { name: 'Page Odd', ...pageNumber('right') },
    PageEven: { name: 'Page Even', ...pageNumber('left') },
  }
}
