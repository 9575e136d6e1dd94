import { xmlText } from '../book/xml.ts'
import type { Chart } from './chart.ts'

const names =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'

const corner = (name: 'from' | 'to', { column, row }: Chart['from']): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`

const anchor = ({ from, to, title }: Chart, i: number): string =>
  `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
  `<xdr:cNvPr id="${i + 2}" name="图 ${i + 1}" descr="${xmlText(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
  '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
  `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${i + 1}"/></a:graphicData>` +
  '</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'

/** The part that places the charts of one sheet; the chart numbered i is its relation `rId(i+1)`. */
export const drawingXml = (charts: readonly Chart[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr ${names}>${charts.map(anchor).join('')}</xdr:wsDr>`
