import { xmlText } from '../book/xml.ts'
import type { Cells, Chart, Series } from './chart.ts'

// DrawingML charts, ISO 29500-1, 21.2: the elements stand in the order of the schema.

const names =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

const points = <T>(cells: Cells<T>): string =>
  `<c:ptCount val="${cells.values.length}"/>${cells.values
    .map((value, i) => (value === undefined ? '' : `<c:pt idx="${i}"><c:v>${xmlText(String(value))}</c:v></c:pt>`))
    .join('')}`

const texts = (cells: Cells<string>): string =>
  `<c:strRef><c:f>${xmlText(cells.range)}</c:f><c:strCache>${points(cells)}</c:strCache></c:strRef>`

const numbers = (cells: Cells<number | undefined>, format: string): string =>
  `<c:numRef><c:f>${xmlText(cells.range)}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode>${points(cells)}</c:numCache></c:numRef>`

const fill = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`

const look: Readonly<Record<Chart['kind'], (colour: string) => string>> = {
  bar: (colour) => `<c:spPr>${fill(colour)}</c:spPr><c:invertIfNegative val="0"/>`,
  line: (colour) =>
    `<c:spPr><a:ln w="28575" cap="rnd">${fill(colour)}<a:round/></a:ln></c:spPr>` +
    `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill(colour)}</c:spPr></c:marker>`,
}

const labels =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
  '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'

const seriesXml = (
  kind: Chart['kind'],
  { name, values, colour }: Series,
  categories: Cells<string>,
  i: number,
  format: string,
) =>
  `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>${texts(name)}</c:tx>${look[kind](colour)}${labels}` +
  `<c:cat>${texts(categories)}</c:cat><c:val>${numbers(values, format)}</c:val>${kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`

const [categoryAxis, valueAxis] = [111_111_111, 222_222_222]

const plots: Readonly<Record<Chart['kind'], (series: string) => string>> = {
  bar: (series) =>
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>` +
    `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:barChart>`,
  line: (series) =>
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>` +
    `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:lineChart>`,
}

const quiet = `<c:spPr><a:ln w="9525">${fill('C9CDD4')}</a:ln></c:spPr>`

/** Bars lie on their side, the first on top: names in Chinese are long. */
const axes = (kind: Chart['kind'], format: string): string => {
  const [order, here, there] = kind === 'bar' ? ['maxMin', 'l', 't'] : ['minMax', 'b', 'l']
  return (
    `<c:catAx><c:axId val="${categoryAxis}"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${here}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="low"/>${quiet}<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/>` +
    '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
    `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${there}"/><c:majorGridlines>${quiet}</c:majorGridlines><c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:crossAx val="${categoryAxis}"/><c:crosses val="${kind === 'bar' ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  )
}

const titleXml = (title: string): string =>
  '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>' +
  `<a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

const legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'

/** The part of one chart. */
export const chartXml = ({ kind, title, format, categories, series }: Chart): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace ${names}><c:date1904 val="0"/><c:roundedCorners val="0"/>` +
  `<c:chart>${titleXml(title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plots[kind](
    series.map((one, i) => seriesXml(kind, one, categories, i, format)).join(''),
  )}${axes(kind, format)}</c:plotArea>${series.length > 1 ? legend : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
  '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="宋体"/><a:ea typeface="宋体"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>'
