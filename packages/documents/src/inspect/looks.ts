import { childOf, elementsOf, settingOf, type XmlElement } from '../xml/xml-tree.ts'
import type { WordParts } from './parts.ts'

/** How text looks once styles, defaults and the theme are followed to their end. */
export interface TextLook {
  readonly eastAsia?: string
  /** In points. */
  readonly size?: number
  /** RRGGBB, where it is not automatic. */
  readonly colour?: string
}

/** How a paragraph stands; lengths in twentieths of a point. */
export interface ParagraphLook {
  readonly align?: string
  readonly firstLine?: number
  /** In hundredths of a character. */
  readonly firstLineChars?: number
  readonly line?: number
  readonly lineRule?: string
  readonly snapToGrid?: boolean
  /** From 1, of a heading. */
  readonly level?: number
}

export interface Looks {
  readonly text: (paragraph: XmlElement | undefined, run: XmlElement | undefined) => TextLook
  readonly paragraph: (properties: XmlElement | undefined) => ParagraphLook
  readonly styleName: (properties: XmlElement | undefined) => string
}

const numberOf = (text: string | undefined): number | undefined => {
  const value = Number.parseFloat(text ?? '')
  return Number.isFinite(value) ? value : undefined
}

const isOn = (value: string | undefined, element: XmlElement | undefined) =>
  element === undefined ? undefined : !['0', 'false', 'off'].includes(value ?? '1')

/** The font that a theme has for Chinese, where it has one: named, or by the script of simplified Chinese. */
const themeFont = (theme: XmlElement | undefined, name: string): string | undefined => {
  const scheme = childOf(childOf(theme, 'a:themeElements'), 'a:fontScheme')
  const fonts = childOf(scheme, name.startsWith('major') ? 'a:majorFont' : 'a:minorFont')
  const own = childOf(fonts, 'a:ea')?.attributes.typeface
  if (own) return own
  const hans = fonts && elementsOf(fonts).find(({ attributes }) => attributes.script === 'Hans')
  return hans?.attributes.typeface
}

/** Only what is said: what is not said must not hide what a style below says. */
const said = <T extends object>(look: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  // Object.fromEntries forgets the keys' types; what is left has no undefined in it.
  Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as never

const textLook = (properties: XmlElement | undefined, theme: XmlElement | undefined): TextLook => {
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  const themed = fonts?.['w:eastAsiaTheme']
  const size = numberOf(settingOf(properties, 'w:sz'))
  return said({
    eastAsia: (themed && themeFont(theme, themed)) || fonts?.['w:eastAsia'],
    size: size === undefined ? undefined : size / 2,
    colour: settingOf(properties, 'w:color'),
  })
}

const paragraphLook = (properties: XmlElement | undefined): ParagraphLook => {
  const [indent, spacing] = [childOf(properties, 'w:ind')?.attributes, childOf(properties, 'w:spacing')?.attributes]
  const level = numberOf(settingOf(properties, 'w:outlineLvl'))
  return said({
    align: settingOf(properties, 'w:jc'),
    firstLine: numberOf(indent?.['w:firstLine']),
    firstLineChars: numberOf(indent?.['w:firstLineChars']),
    line: numberOf(spacing?.['w:line']),
    lineRule: spacing?.['w:lineRule'],
    snapToGrid: isOn(settingOf(properties, 'w:snapToGrid'), childOf(properties, 'w:snapToGrid')),
    level: level === undefined || level > 8 ? undefined : level + 1,
  })
}

/** What comes later hides what came before. */
const merged = <T extends object>(looks: readonly T[]): T => Object.assign({}, ...looks)

/** Direct formatting before character style before paragraph style before what that is based on, before the defaults. */
export const looksOf = ({ styles, theme }: WordParts): Looks => {
  const all = (styles ? elementsOf(styles) : []).filter(({ name }) => name === 'w:style')
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const standard = all.find(({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1')
  const defaults = childOf(styles, 'w:docDefaults')
  /** A style after all that it is based on; a circle ends where it closes. */
  const chain = (style: XmlElement | undefined, seen: readonly XmlElement[] = []): readonly XmlElement[] =>
    !style || seen.includes(style)
      ? []
      : [...chain(byId.get(settingOf(style, 'w:basedOn') ?? ''), [...seen, style]), style]
  const styleOf = (properties: XmlElement | undefined) => byId.get(settingOf(properties, 'w:pStyle') ?? '') ?? standard
  const known = new Map<XmlElement | undefined, { text: TextLook; paragraph: ParagraphLook }>()
  const ofStyle = (style: XmlElement | undefined) => {
    const found = known.get(style)
    if (found) return found
    const text = [
      childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'),
      ...chain(style).map((one) => childOf(one, 'w:rPr')),
    ]
    const paragraph = [
      childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr'),
      ...chain(style).map((one) => childOf(one, 'w:pPr')),
    ]
    const made = {
      text: merged(text.map((one) => textLook(one, theme))),
      paragraph: merged(paragraph.map(paragraphLook)),
    }
    known.set(style, made)
    return made
  }
  return {
    text: (paragraph, run) => ({
      ...ofStyle(styleOf(paragraph)).text,
      ...merged(chain(byId.get(settingOf(run, 'w:rStyle') ?? '')).map((one) => textLook(childOf(one, 'w:rPr'), theme))),
      ...textLook(run, theme),
    }),
    paragraph: (properties) => ({ ...ofStyle(styleOf(properties)).paragraph, ...paragraphLook(properties) }),
    styleName: (properties) => settingOf(styleOf(properties), 'w:name') ?? '',
  }
}
