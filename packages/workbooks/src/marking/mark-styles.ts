import { attribute, elementIn, tagsOf } from '../reading/scan-xml.ts'

const fill =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFD6D6"/><bgColor indexed="64"/></patternFill></fill>'

/** Adds an entry to a counted list such as fills, and tells its number. */
const appended = (
  xml: string,
  list: string,
  entries: readonly string[],
): { readonly xml: string; readonly first: number } => {
  const block = elementIn(xml, list)
  const item = list === 'fills' ? 'fill' : 'xf'
  const first = tagsOf(block, item).length
  const open = `<${list} count="${first + entries.length}">`
  const made = block
    .replace(new RegExp(`^<${list}\\b[^>]*>`), open)
    .replace(`</${list}>`, `${entries.join('')}</${list}>`)
  return { xml: block === '' ? xml : xml.replace(block, () => made), first }
}

const formatsOf = (xml: string): readonly string[] =>
  elementIn(xml, 'cellXfs').match(/<xf\b[^<>]*\/>|<xf\b(?:(?!<xf\b).)*?<\/xf>/gs) ?? []

/** Gives each style a twin with a red ground: the number of a style → the number of its twin. */
export const withMarkedStyles = (
  styles: string,
  used: ReadonlySet<number>,
): { readonly xml: string; readonly twins: ReadonlyMap<number, number> } => {
  const filled = appended(styles, 'fills', [fill])
  const formats = formatsOf(filled.xml)
  const originals = [...used].filter((number) => formats[number] !== undefined)
  const marked = originals.map((number) => {
    const format = formats[number] ?? ''
    const open = /^<xf\b[^>]*>/.exec(format)?.[0] ?? ''
    const plain = open.replace(/ (fillId|applyFill)="[^"]*"/g, '')
    return format.replace(open, plain.replace('<xf', `<xf fillId="${filled.first}" applyFill="1"`))
  })
  const { xml, first } = appended(filled.xml, 'cellXfs', marked)
  return { xml, twins: new Map(originals.map((number, i) => [number, first + i])) }
}

/** The style that a cell of the sheet wears: its own, or its column's. */
export const styleOfCell = (tag: string | undefined): number => Number(attribute(tag ?? '', 's') ?? 0)
