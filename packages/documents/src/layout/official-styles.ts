import { AlignmentType } from 'docx'
import type { Look } from './look.ts'
import type { Profile } from './profile.ts'
import { font, offGrid } from './styles.ts'

const red = 'FF0000'
/** Sizes of the issuer's name, from the largest that one line may take. */
export const officialTitleSizes = [52, 42, 36, 26] as const

/** A red rule as wide as the text, 4 mm below the number. */
const redRule = `<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="${red}"/></w:pBdr>`
const oneCharacter = 280
/** A line that is low and black is a rule; readers other than Word do not place what has borders. */
const black = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'

type Named = Look & { readonly name: string }

/** The styles of an official document's own parts, GB/T 9704-2012, 7.2 to 7.4. */
export const officialStyles = (profile: Profile): Readonly<Record<string, Named>> => {
  const { fonts, grid, title } = profile
  const line = grid.linePitch
  const run = (points: number, face: keyof typeof fonts = 'body', color = '000000') => ({
    font: font(fonts[face], fonts.latin),
    size: points * 2,
    bold: false,
    color,
  })
  const issuer = (points: number): Omit<Named, 'name'> => ({
    basedOn: 'Normal',
    run: { ...run(points, 'title', red), characterSpacing: 0 },
    paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { line: 240, lineRule: 'auto' } },
    ...offGrid,
  })
  const closing = (indent: Record<string, number>): Omit<Named, 'name'> => ({
    basedOn: 'Normal',
    run: { ...run(14), characterSpacing: 0 },
    paragraph: {
      alignment: AlignmentType.LEFT,
      indent: { left: oneCharacter, right: oneCharacter, ...indent },
      spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' },
    },
    ...offGrid,
  })
  const rule = (height: number): Omit<Named, 'name'> => ({
    basedOn: 'Normal',
    run: { size: 2 },
    paragraph: { spacing: { before: 0, after: 0, line: height, lineRule: 'exact' } },
    beforeSpacing: `${black}${offGrid.beforeSpacing}`,
  })
  const mark = { basedOn: 'Normal', run: run(16, 'hei'), paragraph: { alignment: AlignmentType.LEFT } }
  const note = { basedOn: 'Normal', paragraph: { alignment: AlignmentType.LEFT } }
  return {
    OfficialCopy: { name: 'Official Copy', basedOn: 'Normal', run: run(16), paragraph: { alignment: 'left' } },
    OfficialMark: { name: 'Official Mark', ...mark },
    ...Object.fromEntries(
      officialTitleSizes.map((points, i) => [
        `OfficialIssuer${i + 1}`,
        { name: `Official Issuer ${i + 1}`, ...issuer(points) },
      ]),
    ),
    OfficialNumber: {
      name: 'Official Number',
      basedOn: 'Normal',
      run: run(16),
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: line * 2 } },
      beforeSpacing: redRule,
    },
    OfficialTitle: {
      name: 'Official Title',
      basedOn: 'Normal',
      run: run(title, 'title'),
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: line * 2, after: 0, line: Math.round(title * 26), lineRule: 'exact' },
      },
      ...offGrid,
    },
    OfficialAddressee: {
      name: 'Official Addressee',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.LEFT, spacing: { before: line } },
    },
    OfficialNote: { name: 'Official Note', ...note, paragraph: { ...note.paragraph, spacing: { before: line } } },
    OfficialNoteMore: { name: 'Official Note More', ...note },
    OfficialSigner: {
      name: 'Official Signer',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.RIGHT, keepNext: true, keepLines: true, spacing: { before: line * 2 } },
    },
    OfficialDate: {
      name: 'Official Date',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.RIGHT, keepLines: true, indent: { right: profile.body * 80 } },
    },
    OfficialCopies: { name: 'Official Copies', ...closing({ left: oneCharacter * 4, hanging: oneCharacter * 3 }) },
    OfficialPrinted: { name: 'Official Printed', ...closing({}) },
    OfficialRule: { name: 'Official Rule', ...rule(20) },
    OfficialFineRule: { name: 'Official Fine Rule', ...rule(14) },
    AttachmentMark: { name: 'Attachment Mark', ...mark },
    AttachmentTitle: {
      name: 'Attachment Title',
      basedOn: 'Normal',
      next: 'Body',
      run: run(title, 'title'),
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        outlineLevel: 0,
        spacing: { before: line, after: line, line: Math.round(title * 26), lineRule: 'exact' },
      },
      ...offGrid,
    },
  }
}
