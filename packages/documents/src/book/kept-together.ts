import type { Xml } from '../xml/paragraph.ts'

/** About a quarter of a page. Longer XML is not worth looking through. */
const mostRows = 8
const longestXml = 60_000
const isTall = /<w:pStyle w:val="(?:Body|Sign)\w*"\/>|<w:drawing|<w:sectPr|<w:trHeight w:val="\d{4,}"/

const timesIn = (xml: Xml, tag: string): number => xml.split(tag).length - 1

/** Boxes and tables of few rows, without text, pictures and signatures. */
export const isLow = (xml: Xml): boolean =>
  xml.length <= longestXml && timesIn(xml, '<w:tr>') <= mostRows && !isTall.test(xml)

/** A low section of several tables stays on one page, lest its last table of a row or two is alone on the next. */
export const keptTogether = (section: Xml): Xml => {
  if (!isLow(section) || timesIn(section, '<w:tbl>') < 2) return section
  const last = section.lastIndexOf('<w:tr>')
  const kept = section.slice(0, last).replaceAll(/<w:pStyle w:val="\w+"\/>(?!<w:keepNext\/>)/g, '$&<w:keepNext/>')
  return `${kept}${section.slice(last)}`
}
