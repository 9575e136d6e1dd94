import type { Frame } from '../book/book.ts'
import type { Shell } from '../book/shell.ts'
import { chartXml } from './chart-xml.ts'
import { drawingXml } from './drawing-xml.ts'

const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = '[Content_Types].xml'
const empty =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

const withRelation = (xml: string, id: string, kind: string, target: string): string =>
  xml.replace(
    '</Relationships>',
    `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"/></Relationships>`,
  )

const withType = (xml: string, part: string, type: string): string =>
  xml.replace(
    '</Types>',
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/></Types>`,
  )

/** Before what may stand after a drawing in a sheet (ISO 29500-1, 18.3.1.99). */
const withDrawing = (after: string, id: string): string =>
  after.replace(/(?=<legacyDrawing |<legacyDrawing>|<tableParts|<extLst|<\/worksheet>)/, `<drawing r:id="${id}"/>`)

/** The shell with the charts of its frames, which exceljs cannot write. */
export const withCharts = (shell: Shell, frames: readonly Frame[]): Shell => {
  if (frames.every(({ charts = [] }) => charts.length === 0)) return shell
  const parts = new Map(shell.parts)
  const put = (name: string, xml: string, type: string) => {
    parts.set(name, xml)
    parts.set(contentTypes, withType(parts.get(contentTypes) ?? '', name, type))
  }
  let [chartCount, drawingCount] = [0, 0]
  const sheets = shell.sheets.map((sheet, i) => {
    const charts = frames[i]?.charts ?? []
    if (charts.length === 0) return sheet
    drawingCount += 1
    let relations = empty
    charts.forEach((chart, n) => {
      chartCount += 1
      put(`xl/charts/chart${chartCount}.xml`, chartXml(chart), 'drawingml.chart')
      relations = withRelation(relations, `rId${n + 1}`, 'chart', `../charts/chart${chartCount}.xml`)
    })
    put(`xl/drawings/drawing${drawingCount}.xml`, drawingXml(charts), 'drawing')
    parts.set(`xl/drawings/_rels/drawing${drawingCount}.xml.rels`, relations)
    const own = sheet.name.replace(/([^/]+)$/, '_rels/$1.rels')
    const target = `../drawings/drawing${drawingCount}.xml`
    parts.set(own, withRelation(parts.get(own) ?? empty, 'rIdCharts', 'drawing', target))
    return { ...sheet, after: withDrawing(sheet.after, 'rIdCharts') }
  })
  return { ...shell, parts, sheets }
}
