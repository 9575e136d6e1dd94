import { addressOf } from '../book/address.ts'
import { xmlText } from '../book/xml.ts'
import { textIn } from '../reading/scan-xml.ts'

/** A cell and what is said at it. */
export interface Remark {
  readonly cell: string
  readonly text: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const blankComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors><author>policyforms</author></authors><commentList></commentList></comments>`
const blankDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'

const rule = '\n————\n'

/** What a comment said before we wrote above it: marking twice says nothing twice, and takes nobody's words away. */
const othersWords = (text: string): string => {
  if (!/^(需修改|请核对)：/.test(text)) return text
  const at = text.indexOf(rule)
  return at < 0 ? '' : text.slice(at + rule.length)
}

const without = (xml: string, pattern: RegExp, holds: (part: string) => boolean): string =>
  xml.replace(pattern, (part) => (holds(part) ? '' : part))

/** The comments of a sheet with the remarks added. */
export const withRemarks = (comments: string | undefined, remarks: readonly Remark[]): string => {
  const cells = new Set(remarks.map(({ cell }) => cell))
  const earlier = new Map<string, string>()
  const kept = without(comments ?? blankComments, /<comment\b(?:(?!<comment\b).)*?<\/comment>/gs, (part) => {
    const cell = / ref="([^"]*)"/.exec(part)?.[1] ?? ''
    if (cells.has(cell)) earlier.set(cell, othersWords(textIn(part)))
    return cells.has(cell)
  })
  const added = remarks.map(
    ({ cell, text }) =>
      `<comment ref="${cell}" authorId="0"><text><r><rPr><sz val="9"/></rPr><t>${xmlText([text, earlier.get(cell)].filter(Boolean).join(rule))}</t></r></text></comment>`,
  )
  return kept
    .replace('<commentList/>', '<commentList></commentList>')
    .replace('</commentList>', () => `${added.join('')}</commentList>`)
}

const shape = ({ cell, text }: Remark, index: number): string => {
  const { row, column } = addressOf(cell)
  const lines = Math.min(12, 2 + Math.ceil(text.length / 16) + text.split('\n').length)
  return `<v:shape id="_x0000_s9${index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#FFF1F0" o:insetmode="auto"><v:fill color2="#FFF1F0"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 12, ${Math.max(0, row - 2)}, 4, ${column + 3}, 12, ${row - 1 + lines}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
}

/** The drawing that Excel wants beside the comments: a box for each. */
export const withBoxes = (drawing: string | undefined, remarks: readonly Remark[]): string => {
  const places = new Set(remarks.map(({ cell }) => `${addressOf(cell).row - 1}:${addressOf(cell).column - 1}`))
  const placeOf = (part: string) => `${/<x:Row>(\d+)/.exec(part)?.[1]}:${/<x:Column>(\d+)/.exec(part)?.[1]}`
  const kept = without(drawing ?? blankDrawing, /<v:shape\s(?:(?!<v:shape\s).)*?<\/v:shape>/gs, (part) =>
    places.has(placeOf(part)),
  )
  return kept.replace(/<\/xml>\s*$/, () => `${remarks.map(shape).join('')}</xml>`)
}
