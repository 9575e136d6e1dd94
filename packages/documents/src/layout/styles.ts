import { AlignmentType, LineRuleType } from 'docx'
import type { Look } from './look.ts'
import type { Fonts, Profile } from './profile.ts'

/** Such text keeps to its own lines, not to the page's grid. */
export const offGrid = { beforeSpacing: '<w:snapToGrid w:val="0"/>' } as const
const dotsToPageNumber = ({ page }: Profile) =>
  `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${page.textWidth}"/></w:tabs>`

/** The hint makes “ ” — … take the Chinese font, as a Chinese page wants them. */
export const font = (eastAsia: string, latin: string) =>
  ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' }) as const

const sized = ({ fonts }: Profile, points: number, face: keyof Fonts = 'body') => ({
  font: font(fonts[face], fonts.latin),
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

const headingFaces = ['hei', 'kai', 'body', 'body'] as const

export const headingStyle = (profile: Profile, level: 1 | 2 | 3 | 4) => {
  const points = profile.headings[level - 1] ?? profile.body
  return {
    next: 'Body',
    run: { ...sized(profile, points, headingFaces[level - 1]), bold: profile.boldHeadings.includes(level) },
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
  profile: Profile,
  points: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  face?: keyof Fonts,
): Look => ({
  basedOn: 'Normal',
  run: { ...sized(profile, points, face), characterSpacing: 0 },
  paragraph: { alignment, spacing: spacing(20) },
  ...offGrid,
})

/** The four styles of a row table, in one size. */
const cells = (profile: Profile, type: 'Cell' | 'Fine', points: number) => ({
  [`${type}Head`]: { name: `${type} Head`, ...cell(profile, points, AlignmentType.CENTER, 'hei') },
  [`${type}Text`]: { name: `${type} Text`, ...cell(profile, points, AlignmentType.LEFT) },
  [`${type}Centre`]: { name: `${type} Centre`, ...cell(profile, points, AlignmentType.CENTER) },
  [`${type}Number`]: { name: `${type} Number`, ...cell(profile, points, AlignmentType.RIGHT) },
})

/** 29 lines of contents to a page, below its title. */
const tocLine = 400

const toc = (profile: Profile, level: number, points: number, face: keyof Fonts): Look => ({
  basedOn: 'Normal',
  run: sized(profile, points, face),
  paragraph: {
    indent: { left: (level - 1) * points * 20 },
    spacing: { before: 0, after: 0, line: tocLine, lineRule: LineRuleType.EXACT },
  },
  beforeSpacing: `${dotsToPageNumber(profile)}${offGrid.beforeSpacing}`,
})

const pageNumber = ({ fonts, pageNumbers }: Profile, side: 'left' | 'right'): Look => ({
  basedOn: 'Normal',
  run: { font: font(fonts.song, fonts.song), size: 28, characterSpacing: 0 },
  paragraph: {
    ...(pageNumbers === 'center' ? { alignment: 'center' } : { alignment: side, indent: { [side]: 280 } }),
    spacing: spacing(0),
  },
  ...offGrid,
})

const coverTitle = (profile: Profile, points: number): Look => ({
  basedOn: 'Normal',
  run: sized(profile, points, 'title'),
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
  const { body, baseTable, table, fineTable, ownPitch, page } = profile
  return {
    Normal: {
      name: 'Normal',
      quickFormat: true,
      run: { ...sized(profile, body), characterSpacing: ownPitch?.characterSpacing ?? 0 },
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
      run: sized(profile, profile.title, 'title'),
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(0, 360) },
    },
    FrontTitle: {
      name: 'Front Title',
      basedOn: 'Normal',
      quickFormat: true,
      run: sized(profile, 18, 'hei'),
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
      run: sized(profile, baseTable, 'hei'),
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: spacing(120, 60) },
      ...offGrid,
    },
    TableUnit: {
      name: 'Table Unit',
      ...cell(profile, table, AlignmentType.RIGHT),
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
    BaseLabel: { name: 'Base Label', ...cell(profile, baseTable, AlignmentType.CENTER) },
    BaseText: { name: 'Base Text', ...cell(profile, baseTable, AlignmentType.LEFT) },
    BaseProse: {
      name: 'Base Prose',
      basedOn: 'BaseText',
      paragraph: { alignment: AlignmentType.BOTH, indent: twoCharacters(baseTable) },
    },
    ...cells(profile, 'Cell', table),
    ...cells(profile, 'Fine', fineTable),
    Sign: {
      name: 'Sign',
      basedOn: 'Normal',
      paragraph: {
        keepNext: true,
        keepLines: true,
        indent: { left: Math.round(page.textWidth * 0.42) },
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
      run: sized(profile, 16, 'hei'),
      paragraph: { spacing: spacing(0) },
      ...offGrid,
    },
    CoverMark: {
      name: 'Cover Mark',
      basedOn: 'Normal',
      run: sized(profile, 14),
      paragraph: { indent: { left: 5400 }, spacing: spacing(40) },
      ...offGrid,
    },
    CoverTitle1: { name: 'Cover Title 1', ...coverTitle(profile, coverTitleSizes[0]) },
    CoverTitle2: { name: 'Cover Title 2', ...coverTitle(profile, coverTitleSizes[1]) },
    CoverTitle3: { name: 'Cover Title 3', ...coverTitle(profile, coverTitleSizes[2]) },
    CoverLabel: { name: 'Cover Label', ...cell(profile, 16, AlignmentType.DISTRIBUTE) },
    CoverValue: { name: 'Cover Value', ...cell(profile, 16, AlignmentType.LEFT) },
    CoverFoot: {
      name: 'Cover Foot',
      basedOn: 'Normal',
      run: sized(profile, 16, 'kai'),
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(60) },
      ...offGrid,
    },
    TOC1: { name: 'toc 1', ...toc(profile, 1, 14, 'hei') },
    TOC2: { name: 'toc 2', ...toc(profile, 2, 14, 'body') },
    TOC3: { name: 'toc 3', ...toc(profile, 3, 12, 'body') },
    PageOdd: { name: 'Page Odd', ...pageNumber(profile, 'right') },
    PageEven: { name: 'Page Even', ...pageNumber(profile, 'left') },
  }
}
