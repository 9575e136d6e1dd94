import { elementsOf, settingOf, type XmlElement } from '../xml/xml-tree.ts'

const deepest = 9

/** Whether a paragraph is a heading, and of which level from 1: by its own outline level, or by its style's. */
export const wordLevels = (styles: XmlElement | undefined) => {
  const all = (styles ? elementsOf(styles) : []).filter((style) => style.name === 'w:style')
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const ofStyle = (id: string, seen: readonly string[] = []): number | undefined => {
    const style = byId.get(id)
    if (!style || seen.includes(id)) return undefined
    const named = /^(?:heading|标题) ?(\d)$/i.exec(settingOf(style, 'w:name') ?? '')?.[1]
    const outline = settingOf(style, 'w:pPr', 'w:outlineLvl')
    if (outline !== undefined) return Number(outline) + 1
    return named === undefined ? ofStyle(settingOf(style, 'w:basedOn') ?? '', [...seen, id]) : Number(named)
  }
  return (properties: XmlElement | undefined): number | undefined => {
    const own = settingOf(properties, 'w:outlineLvl')
    const level = own === undefined ? ofStyle(settingOf(properties, 'w:pStyle') ?? '') : Number(own) + 1
    return level !== undefined && level >= 1 && level <= deepest ? level : undefined
  }
}
