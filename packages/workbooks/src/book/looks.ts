import type { Style as ExcelStyle } from 'exceljs'
import type { Look, Style } from './book.ts'

// The colours of the house: ink, line, ground and one accent.
const [ink, quiet, accent] = ['FF1F2329', 'FF5C6370', 'FF1D4F91']
const fills = { head: 'FFE4EBF4', label: 'FFF6F7F8', locked: 'FFF0F1F3', input: 'FFFFFFFF', group: 'FFF0F4FA' }
/** The type of all cells. */
export const family = '宋体'

const fill = (argb: string): Partial<ExcelStyle> => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } })
const thin = { style: 'thin', color: { argb: 'FFC9CDD4' } } as const
const boxed: Partial<ExcelStyle> = { border: { top: thin, left: thin, bottom: thin, right: thin } }
const font = (size: number, bold = false, argb = ink): Partial<ExcelStyle> => ({
  font: { name: family, size, bold, color: { argb } },
})

const looks: Readonly<Record<Look, Partial<ExcelStyle>>> = {
  title: { ...font(16, true) },
  caption: { ...font(10, false, quiet) },
  head: { ...font(11, true), ...fill(fills.head), ...boxed },
  group: { ...font(11, true, accent), ...fill(fills.group), ...boxed },
  label: { ...font(11), ...fill(fills.label), ...boxed },
  note: { ...font(10, false, quiet), ...boxed },
  input: { ...font(11), ...fill(fills.input), ...boxed, protection: { locked: false } },
  locked: { ...font(11), ...fill(fills.locked), ...boxed },
  total: { ...font(11, true), ...fill(fills.locked), ...boxed },
  plain: { ...font(11), ...boxed },
  absent: { ...font(10, false, quiet), ...fill(fills.label), ...boxed },
  text: { ...font(11) },
  open: { ...font(11), protection: { locked: false } },
}

const horizontal = { start: 'left', center: 'center', end: 'right' } as const
const centred: ReadonlySet<Look> = new Set<Look>(['head', 'absent'])
const onTop: ReadonlySet<Look> = new Set<Look>(['text', 'plain', 'absent'])
const indented: ReadonlySet<Look> = new Set<Look>(['group', 'label', 'note', 'input', 'locked', 'plain', 'total'])
const unwrapped: ReadonlySet<Look> = new Set<Look>(['title'])

/** The style as exceljs takes it. */
export const excelStyle = ({ look, format, align }: Style): Partial<ExcelStyle> => ({
  ...looks[look],
  ...(format !== undefined && { numFmt: format }),
  alignment: {
    vertical: onTop.has(look) ? 'top' : 'middle',
    wrapText: !unwrapped.has(look),
    ...(indented.has(look) && align !== 'center' && { indent: 1 }),
    horizontal: align ? horizontal[align] : centred.has(look) ? 'center' : 'left',
  },
})
