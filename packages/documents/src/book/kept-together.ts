import { paragraph, type Xml } from '../xml/paragraph.ts'
import { tableGap } from '../xml/table.ts'

/** About a quarter of a page. Longer XML is not worth looking through. */
const mostRows = 8
const longestXml = 60_000
const isTall = /<w:pStyle w:val="(?:Body|Sign)\w*"\/>|<w:drawing|<w:sectPr|<w:trHeight w:val="\d{4,}"/

const timesIn = (xml: Xml, tag: string): number => xml.split(tag).length - 1

/** Boxes and tables of few rows, without text, pictures and signatures. */
export const isLow = (xml: Xml): boolean =>
  xml.length <= longestXml && timesIn(xml, '<w:tr>') <= mostRows && !isTall.test(xml)

const keptWithNext = (xml: Xml): Xml => xml.replaceAll(/<w:pStyle w:val="\w+"\/>(?!<w:keepNext\/>)/g, '$&<w:keepNext/>')

/** XML of a paragraph or a row that is not so high that keeping it would leave a gap. */
const mostKept = 2500

/** With the last paragraph, or row of a table, kept with what follows: nobody signs a page with nothing else on it. */
export const keptWithSignatures = (written: Xml, signatures: Xml): Xml => {
  if (signatures === '') return written
  const isTable = written.endsWith(tableGap)
  const last = written.lastIndexOf(isTable ? '<w:tr>' : '<w:p><w:pPr>')
  if (last < 0 || written.length - last > mostKept || written.includes('<w:sectPr', last))
    return `${written}${signatures}`
  const gap = isTable ? paragraph('TableGap', '', '<w:keepNext/>') : ''
  const kept = keptWithNext(written.slice(last, isTable ? -tableGap.length : undefined))
  return `${written.slice(0, last)}${kept}${gap}${signatures}`
}

/** A low section of several tables stays on one page, lest its last table of a row or two is alone on the next. */
export const keptTogether = (section: Xml): Xml => {
  if (!isLow(section) || timesIn(section, '<w:tbl>') < 2) return section
  const last = section.lastIndexOf('<w:tr>')
  return `${keptWithNext(section.slice(0, last))}${section.slice(last)}`
}
