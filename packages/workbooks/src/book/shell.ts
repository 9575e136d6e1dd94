import { unpack } from '@policyforms/core/archive'
import ExcelJS from 'exceljs'
import { columnName } from './address.ts'
import type { Book, Frame, Style, Validation } from './book.ts'
import { excelStyle, family } from './looks.ts'
import { pageOf } from './print-page.ts'

/** Everything of a workbook but its rows, as exceljs writes it. */
export interface Shell {
  /** All parts except the sheets. */
  readonly parts: ReadonlyMap<string, string>
  /** What stands before and after each sheet's rows. */
  readonly sheets: readonly { readonly name: string; readonly before: string; readonly after: string }[]
  /** The number in styles.xml of each style of the book. */
  readonly styleIds: readonly number[]
}

/** Stands for the last row of a filter until it is known. */
export const filterEnd = 1_048_576

const grey: Partial<ExcelJS.Style> = {
  font: { color: { argb: 'FFA0A5AD' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFE9EAEC' } },
}

const { border = {} } = excelStyle({ look: 'plain' })
const lines: Partial<ExcelJS.Style> = { border }

/** Numbers of exceljs and of the format. */
const paperSizes = { A4: 9, A3: 8 } as const

/** A sheet that need not be made smaller is not fitted: some programs would make it larger. */
const onPaper = (frame: Frame): Partial<ExcelJS.PageSetup> => {
  // A sheet that is fitted to its page has no breaks of its own.
  if (frame.pages) return { paperSize: paperSizes.A4, orientation: 'landscape', scale: frame.pages.scale }
  const { paper, landscape, scale, fits, breaks } = pageOf(frame)
  const repeated = frame.frozen?.columns ?? 0
  return {
    paperSize: paperSizes[paper] as ExcelJS.PaperSize, // exceljs does not declare A3
    orientation: landscape ? 'landscape' : 'portrait',
    ...(fits ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { scale }),
    ...(breaks.length > 0 && repeated > 0 && { printTitlesColumn: `A:${columnName(repeated)}` }),
  }
}

const addFrame = (book: ExcelJS.Workbook, frame: Frame, styles: readonly Style[]) => {
  const sheet = book.addWorksheet(frame.name, {
    state: frame.state ?? 'visible',
    properties: {
      defaultRowHeight: 20,
      ...(frame.tab && { tabColor: { argb: frame.tab === 'accent' ? 'FF1D4F91' : 'FFC9CDD4' } }),
    },
    views: [
      {
        showGridLines: false,
        ...(frame.frozen && { state: 'frozen', xSplit: frame.frozen.columns, ySplit: frame.frozen.rows }),
      },
    ],
    pageSetup: {
      ...onPaper(frame),
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
      ...(frame.repeat && { printTitlesRow: frame.repeat }),
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  })
  frame.widths.forEach((width, i) => {
    const column = sheet.getColumn(i + 1)
    column.width = width
    const style = styles[frame.columnStyles?.[i] ?? -1]
    if (style) column.style = excelStyle(style)
  })
  // exceljs looks at every merge for each; it gets one, to give their place, and `halves` puts the others there.
  if (frame.merges[0] !== undefined) sheet.mergeCells(frame.merges[0])
  for (const row of frame.pages?.breaks ?? []) sheet.getRow(row).addPageBreak()
  addValidations(sheet, frame)
  const { greyed = [], ruled = [] } = frame
  const looks = [...greyed.map((one) => ({ ...one, style: grey })), ...ruled.map((one) => ({ ...one, style: lines }))]
  looks.forEach(({ range, formula, style }, i) => {
    sheet.addConditionalFormatting({
      ref: range,
      rules: [{ type: 'expression', priority: i + 1, formulae: [formula], style }],
    })
  })
  for (const { cell, text } of frame.comments ?? [])
    sheet.getCell(cell).note = { texts: [{ font: { size: 9, name: '宋体' }, text: text.toWellFormed() }] }
  if (frame.filterRow !== undefined)
    sheet.autoFilter = `A${frame.filterRow}:${columnName(frame.widths.length)}${filterEnd}`
  if (frame.locked)
    void sheet.protect('', { selectLockedCells: true, formatColumns: true, formatRows: true, autoFilter: true })
}

/** exceljs 4.4 has this collection and does not declare it. */
interface WithValidations {
  readonly dataValidations: { readonly add: (range: string, validation: ExcelJS.DataValidation) => void }
}

/** exceljs takes the limits of dates for instants in milliseconds; ours are serials. */
const limitsOf = ({ type, formulae }: Validation) =>
  type === 'date'
    ? formulae.map((limit) => (typeof limit === 'number' ? (limit - 25_569) * 86_400_000 : limit))
    : [...formulae]

const addValidations = (sheet: ExcelJS.Worksheet, frame: Frame) => {
  const { dataValidations } = sheet as unknown as WithValidations // see WithValidations
  for (const { range, validation } of frame.validations)
    dataValidations.add(range, {
      type: validation.type,
      ...(validation.operator && { operator: validation.operator }),
      formulae: limitsOf(validation),
      allowBlank: true,
      showErrorMessage: validation.offers !== true,
      errorStyle: validation.strict ? 'stop' : 'warning',
      errorTitle: '请检查填写的内容',
      error: validation.error,
    })
}

const withMerges = (after: string, merges: readonly string[]): string =>
  merges.length < 2
    ? after
    : after.replace(
        /<mergeCells count="1">.*?<\/mergeCells>/s,
        `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
      )

/** exceljs has no breaks between columns. They stand behind those between rows, and before all drawings. */
const withColumnBreaks = (after: string, frame: Frame): string => {
  const breaks = frame.pages ? [] : pageOf(frame).breaks
  if (breaks.length === 0) return after
  const marks = breaks.map((column) => `<brk id="${column}" max="1048575" man="1"/>`).join('')
  const made = `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${marks}</colBreaks>`
  return after.replace(/<\/headerFooter>(?:<rowBreaks.*?<\/rowBreaks>)?/s, (found) => `${found}${made}`)
}

const halves = (name: string, xml: string, frame: Frame) => {
  const [before = '', after = ''] = xml.split(/<sheetData\/>|<sheetData>.*<\/sheetData>/s)
  // A default height that is custom would keep rows from growing with what is in them.
  const head = before.replace(/<dimension [^>]*>/, '').replace(/(<sheetFormatPr[^>]*) customHeight="1"/, '$1')
  return {
    name,
    before: `${head}<sheetData>`,
    after: `</sheetData>${withColumnBreaks(withMerges(after, frame.merges), frame)}`,
  }
}

/** Columns are measured by the type that cells have unless told: that of the house, not exceljs's own. */
const inOwnType = (styles: string): string =>
  styles.replace('<name val="Calibri"/>', `<name val="${family}"/>`).replace('<scheme val="minor"/>', '')

/** exceljs marks texts with an attribute that ISO 29500 does not know. */
const conforming = (xml: string): string => xml.replaceAll(' xml:space="preserve"', '')

const stylesPart = 'xl/styles.xml'

/** Below every head, so that no merge touches it; exceljs walks all rows above it. */
const carrierRow = 4000
const carriedStyle = new RegExp(`<c r="[A-Z]+${carrierRow}"(?: s="(\\d+)")?`, 'g')

// What it packs is taken apart again at once. exceljs 4.4 passes this on to its zip and does not declare it.
const unpacked: Partial<ExcelJS.XlsxWriteOptions> & { readonly zip: object } = { zip: { compression: 'STORE' } }

/** Lets exceljs write the frames, with a carrier row that gives each style its number, and takes the result apart. */
export const makeShell = async ({
  title,
  today,
  sheets,
  styles,
}: Pick<Book, 'title' | 'today' | 'sheets' | 'styles'>): Promise<Shell> => {
  const book = new ExcelJS.Workbook()
  Object.assign(book, { title, creator: 'policyforms', created: new Date(today), modified: new Date(today) })
  book.calcProperties.fullCalcOnLoad = true
  for (const frame of sheets) addFrame(book, frame, styles)
  styles.forEach((style, i) => {
    const cell = book.worksheets[0]?.getCell(carrierRow, i + 1)
    if (cell) cell.style = excelStyle(style)
  })
  const files = unpack(new Uint8Array(await book.xlsx.writeBuffer(unpacked)))
  const names = sheets.map((_, i) => `xl/worksheets/sheet${i + 1}.xml`)
  const carried = files.get(names[0] ?? '') ?? ''
  return {
    parts: new Map(
      [...files]
        .filter(([name]) => !names.includes(name))
        .map(([name, text]) => [name, conforming(name === stylesPart ? inOwnType(text) : text)]),
    ),
    sheets: sheets.map((frame, i) => halves(names[i] ?? '', files.get(names[i] ?? '') ?? '', frame)),
    styleIds: [...carried.matchAll(carriedStyle)].map((match) => Number(match[1] ?? 0)),
  }
}
