import { citation, type Issue, sentence, type Template } from '@policyforms/core'
import { type Archive, withArchive } from '@policyforms/core/archive'
import { relationsOf, sheetParts, workbookPart } from '../reading/open-workbook.ts'
import { type Part, zipOf } from '../zip/zip.ts'
import { cellTag, withMarkedCell } from './mark-cells.ts'
import { type Remark, withBoxes, withRemarks } from './mark-comments.ts'
import { styleOfCell, withMarkedStyles } from './mark-styles.ts'

/**
 * The same workbook with the cells of the issues marked red and commented; all else is left as it is. Issues without a
 * sheet and cell have no mark. A file that cannot be opened is returned unchanged.
 */
export const markIssues = async (
  bytes: Uint8Array,
  issues: readonly Issue[],
  template?: Cites,
): Promise<Uint8Array> => {
  const marked = withArchive(bytes, (archive) => changedParts(archive, remarksBySheet(issues, template)))
  if (!('value' in marked) || marked.value.length === 0) return bytes
  const chunks: Uint8Array[] = []
  for await (const chunk of zipOf(marked.value, 6)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const remarksBySheet = (
  issues: readonly Issue[],
  template: Cites | undefined,
): ReadonlyMap<string, readonly Remark[]> => {
  const placed = issues.filter((issue) => issue.sheet !== undefined && /^[A-Z]{1,3}\d+$/.test(issue.cell ?? ''))
  const ofSheet = (some: readonly Issue[]): readonly Remark[] =>
    [...Map.groupBy(some, ({ cell }) => cell ?? '')].map(([cell, here]) => ({
      cell,
      text: [...new Set(here.map((issue) => said(issue, template)))].join('\n'),
    }))
  return new Map([...Map.groupBy(placed, ({ sheet }) => sheet ?? '')].map(([sheet, some]) => [sheet, ofSheet(some)]))
}

type Cites = Pick<Template, 'clauses'>

/** With a template, the clauses are told by their headings. */
const said = (issue: Issue, template: Cites | undefined): string => {
  const cited = template ? citation(issue, template) : ''
  return `${issue.severity === 'error' ? '需修改' : '请核对'}：${sentence(issue)}${cited && `\n依据：${cited}`}`
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Every part of the package, those of the marked sheets changed. */
const changedParts = (archive: Archive, remarks: ReadonlyMap<string, readonly Remark[]>): readonly Part[] => {
  const sheets = sheetParts(archive)
  const changed = new Map<string, string>()
  const text = (name: string) => changed.get(name) ?? archive.text(name)
  const marked = [...remarks].flatMap(([name, some]) => {
    const part = sheets.get(name)
    return part !== undefined && /<worksheet[\s>]/.test(archive.text(part).slice(0, 2000))
      ? [{ part, remarks: some }]
      : []
  })
  if (marked.length === 0) return []
  const stylesPart =
    relationsOf(archive, workbookPart(archive)).find(({ type }) => type === 'styles')?.target ?? 'xl/styles.xml'
  const used = new Set(
    marked.flatMap(({ part, remarks: some }) => [0, ...some.map(({ cell }) => styleOfCell(cellTag(text(part), cell)))]),
  )
  const { xml, twins } = withMarkedStyles(text(stylesPart), used)
  changed.set(stylesPart, xml)
  marked.forEach(({ part, remarks: some }) => {
    changed.set(
      part,
      some.reduce((sheet, { cell }) => withMarkedCell(sheet, cell, twins), text(part)),
    )
    addComments(archive, part, some, changed, text)
  })
  return [...new Set([...archive.names, ...changed.keys()])]
    .filter((name) => !name.endsWith('/'))
    .map((name) => {
      const content = changed.get(name) ?? keptPart(archive, name)
      return { name, content: () => content }
    })
}

/** Copied as it is packed; a stored one is packed anew. */
const keptPart = (archive: Archive, name: string): ReturnType<Part['content']> => {
  const part = archive.packed(name)
  return part.method === 8 ? { ...part, method: 8 } : part.bytes
}

/** Named the way Excel names them, with a number that nothing has: some readers know such parts by their names only. */
const freeName = (start: string, end: string, archive: Archive, changed: ReadonlyMap<string, string>): string => {
  let number = 1
  while (archive.has(`${start}${number}${end}`) || changed.has(`${start}${number}${end}`)) number++
  return `${start}${number}${end}`
}

/** Relative to the sheet, as Excel writes it, where the sheet stands where Excel puts it. */
const targetFrom = (part: string, name: string): string =>
  /^xl\/worksheets\/[^/]+$/.test(part) ? `../${name.slice('xl/'.length)}` : `/${name}`

const addComments = (
  archive: Archive,
  part: string,
  remarks: readonly Remark[],
  changed: Map<string, string>,
  text: (name: string) => string,
): void => {
  const relations = relationsOf(archive, part)
  const [comments, drawing] = [
    relations.find(({ type }) => type === 'comments'),
    relations.find(({ type }) => type === 'vmlDrawing'),
  ]
  const names = {
    comments: comments?.target ?? freeName('xl/comments', '.xml', archive, changed),
    drawing: drawing?.target ?? freeName('xl/drawings/vmlDrawing', '.vml', archive, changed),
  }
  changed.set(names.comments, withRemarks(comments && text(names.comments), remarks))
  changed.set(names.drawing, withBoxes(drawing && text(names.drawing), remarks))
  const added = [
    ...(comments
      ? []
      : [
          `<Relationship Id="rIdMarked1" Type="${relationships}/comments" Target="${targetFrom(part, names.comments)}"/>`,
        ]),
    ...(drawing
      ? []
      : [
          `<Relationship Id="rIdMarked2" Type="${relationships}/vmlDrawing" Target="${targetFrom(part, names.drawing)}"/>`,
        ]),
  ]
  const relsPart = part.replace(/([^/]+)$/, '_rels/$1.rels')
  const rels = archive.has(relsPart)
    ? text(relsPart)
    : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  if (added.length > 0)
    changed.set(
      relsPart,
      rels
        .replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>')
        .replace('</Relationships>', () => `${added.join('')}</Relationships>`),
    )
  if (!drawing) changed.set(part, withLegacyDrawing(text(part)))
  changed.set('[Content_Types].xml', withTypes(text('[Content_Types].xml'), names.comments))
}

// ISO 29500-1, 18.3.1.99: the elements of a worksheet stand in a fixed order.
const withLegacyDrawing = (xml: string): string =>
  xml.replace(
    /<(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/,
    (next) => `<legacyDrawing xmlns:r="${relationships}" r:id="rIdMarked2"/>${next}`,
  )

const withTypes = (types: string, comments: string): string => {
  const vml = types.includes('Extension="vml"')
    ? ''
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
  const part = types.includes(`PartName="/${comments}"`)
    ? ''
    : `<Override PartName="/${comments}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`
  return types.replace(/(<Types[^>]*>)/, (open) => open + vml).replace('</Types>', () => `${part}</Types>`)
}
