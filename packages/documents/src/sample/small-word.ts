import { strToU8, zipSync } from 'fflate'
import { escaped } from '../xml/text.ts'

/** A paragraph of a small Word file, looking as the standard has it unless told otherwise. */
export interface SmallParagraph {
  readonly text: string
  readonly font?: string
  /** In points. */
  readonly size?: number
  readonly align?: 'left' | 'center' | 'right'
  /** In hundredths of a character. */
  readonly indent?: number
  readonly line?: number
  readonly style?: string
}

export interface SmallWord {
  readonly paragraphs: readonly SmallParagraph[]
  /** Rows of one table after the paragraphs. */
  readonly rows?: readonly (readonly string[])[]
  readonly box?: string
  /** In twentieths of a point: top, right, bottom, left. */
  readonly margins?: readonly [number, number, number, number]
  readonly paper?: readonly [number, number]
  /** Text of the footers with `#` for the number, and their sides. */
  readonly footer?: {
    readonly text?: string
    readonly odd?: string
    readonly even?: string
    readonly size?: number
    readonly font?: string
  } | null
  /** Raw parts, over what is made. */
  readonly parts?: Readonly<Record<string, string>>
}

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const type = (font: string, size: number) =>
  `<w:rPr><w:rFonts w:eastAsia="${font}"/><w:sz w:val="${Math.round(size * 2)}"/></w:rPr>`

const paragraphXml = ({ text, font, size, align, indent, line, style }: SmallParagraph): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}<w:spacing w:line="${line ?? 579}" w:lineRule="exact"/>${
    align ? `<w:jc w:val="${align}"/>` : ''
  }${indent === 0 || align ? '' : `<w:ind w:firstLineChars="${indent ?? 200}"/>`}</w:pPr><w:r>${
    style ? '' : type(font ?? '仿宋_GB2312', size ?? 16)
  }<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

const tableXml = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows
    .map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraphXml({ text, size: 12 })}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`

const boxXml = (text: string) =>
  `<w:p><w:r><w:pict><w:txbxContent>${paragraphXml({ text })}</w:txbxContent></w:pict></w:r></w:p>`

const footerXml = (text: string, align: string, font: string, size: number) => {
  const [before = '', after] = text.split('#')
  const number = after === undefined ? '' : '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
  const run = (shown: string) => `<w:r>${type(font, size)}<w:t xml:space="preserve">${shown}</w:t></w:r>`
  return `<w:ftr ${names}><w:p><w:pPr><w:jc w:val="${align}"/></w:pPr>${run(before)}${number}${run(after ?? '')}</w:p></w:ftr>`
}

const styles = `<w:styles ${names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="base"><w:name w:val="Base"/><w:basedOn w:val="a"/><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="body"><w:name w:val="正文缩进"/><w:basedOn w:val="base"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="loop"><w:name w:val="Loop"/><w:basedOn w:val="loop"/></w:style></w:styles>`
const theme =
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'

/** A Word file with nothing in it but what a check looks at. */
export const smallWord = (word: SmallWord): Uint8Array => {
  const { paragraphs, rows, box, margins = [2098, 1474, 1984, 1587], paper = [11906, 16838], footer = {} } = word
  const [top, right, bottom, left] = margins
  const references = footer
    ? '<w:footerReference w:type="default" r:id="r1"/><w:footerReference w:type="even" r:id="r2"/>'
    : ''
  const { text = '— # —', odd = 'right', even = 'left', size = 14, font = '宋体' } = footer ?? {}
  const parts = {
    'word/document.xml': `<w:document ${names}><w:body>${paragraphs.map(paragraphXml).join('')}${rows ? tableXml(rows) : ''}${
      box ? boxXml(box) : ''
    }<w:sectPr>${references}<w:pgSz w:w="${paper[0]}" w:h="${paper[1]}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': styles,
    'word/theme/theme1.xml': theme,
    'word/settings.xml': `<w:settings ${names}><w:evenAndOddHeaders/></w:settings>`,
    'word/footer1.xml': footerXml(text, odd, font, size),
    'word/footer2.xml': footerXml(text, even, font, size),
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="footer" Target="footer1.xml"/><Relationship Id="r2" Type="footer" Target="footer2.xml"/></Relationships>',
    ...word.parts,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}
