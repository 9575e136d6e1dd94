import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { stylesOf } from '../layout/all-styles.ts'
import { type Page, paper } from '../layout/geometry.ts'
import { type Profile, profileOf } from '../layout/profile.ts'
import { font, headingStyle } from '../layout/styles.ts'
import type { Lettered } from './shell.ts'

const numbered = (style: string) =>
  new Footer({
    children: [new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })],
  })

type PageSetUp = NonNullable<NonNullable<ISectionOptions['properties']>['page']>

const upright = ({ margins, footerDistance }: Page): PageSetUp => ({
  size: paper,
  margin: { ...margins, header: 851, footer: footerDistance, gutter: 0 },
})

/** The head of a page on its side is at the binding, as GB/T 9704-2012, 7.5 has it for tables. */
const turned = ({ margins, footerDistance }: Page): PageSetUp => ({
  size: { ...paper, orientation: PageOrientation.LANDSCAPE },
  margin: {
    top: margins.left,
    right: margins.top,
    bottom: margins.right,
    left: margins.bottom,
    header: 851,
    footer: Math.max(400, margins.right - margins.bottom + footerDistance),
    gutter: 0,
  },
})

const page = ({ grid }: Profile, set: PageSetUp) => ({
  page: set,
  grid: {
    type: grid.type === 'lines' ? DocumentGridType.LINES : DocumentGridType.LINES_AND_CHARS,
    linePitch: grid.linePitch,
    ...(grid.charSpace !== undefined && { charSpace: grid.charSpace }),
  },
})

/** The cover carries no number; the others go on with the numbers of the pages before them. */
const sections = (profile: Profile): readonly ISectionOptions[] => {
  const footers =
    profile.pageNumbers === 'none' ? {} : { footers: { default: numbered('PageOdd'), even: numbered('PageEven') } }
  const [book, onItsSide] = [page(profile, upright(profile.page)), page(profile, turned(profile.page))]
  const after = { type: SectionType.NEXT_PAGE } as const
  return [
    { properties: book, children: [] },
    { properties: { ...book, ...after }, ...footers, children: [] },
    { properties: { ...onItsSide, ...after }, ...footers, children: [] },
  ]
}

/** All of a book but its text: styles, page set-up, footers and settings. */
export const makeDocument = (template: Lettered): Document => {
  const profile = profileOf(template.document)
  return new Document({
    // The part is written anew for each book; with one property, docx declares it.
    customProperties: [{ name: 'template', value: '' }],
    evenAndOddHeaderAndFooters: true,
    features: { updateFields: template.document.contents },
    styles: {
      default: {
        document: {
          run: {
            font: font(profile.fonts.body, profile.fonts.latin),
            size: profile.body * 2,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { alignment: AlignmentType.BOTH },
        },
        heading1: headingStyle(profile, 1),
        heading2: headingStyle(profile, 2),
        heading3: headingStyle(profile, 3),
        heading4: headingStyle(profile, 4),
      },
      paragraphStyles: Object.entries(stylesOf(profile)).map(([id, { beforeSpacing: _, ...look }]) => ({
        id,
        ...look,
      })),
      characterStyles: [
        { id: 'Filled', name: 'Filled In', run: { underline: { type: 'single' } } },
        { id: 'Kai', name: 'Kai', run: { font: font(profile.fonts.kai, profile.fonts.latin) } },
        { id: 'Unprinted', name: 'Unprinted', run: { vanish: true } },
      ],
    },
    sections: [...sections(profile)],
  })
}
