import { officialPage } from '../layout/geometry.ts'
import type { Xml } from '../xml/paragraph.ts'
import { escaped } from '../xml/text.ts'
import type { Picture } from './shelf.ts'

/** English Metric Units: 635 in a twentieth of a point, 9525 in a pixel at 96 dpi. */
const [perTwip, perPixel] = [635, 9525]
const tallest = Math.floor(officialPage.textHeight * 0.6) * perTwip

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

/** A run that shows a picture, no wider than `width` twentieths of a point; `number` is unique in the book. */
export const drawing = (shown: Picture, name: string, width: number, number: number): Xml => {
  const natural = [shown.width * perPixel, shown.height * perPixel] as const
  const scale = Math.min(1, (width * perTwip) / natural[0], tallest / natural[1])
  const [cx, cy] = natural.map((length) => Math.max(1, Math.round(length * scale)))
  const named = `id="${number}" name="${escaped(name)}" descr="${escaped(name)}"`
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named}/>` +
    `<a:graphic xmlns:a="${main}"><a:graphicData uri="${picture}"><pic:pic xmlns:pic="${picture}"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${shown.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  )
}
