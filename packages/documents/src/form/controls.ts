import type { Lists } from '@policyforms/core'
import { childOf, elementsOf, settingOf, type XmlElement } from '../xml/xml-tree.ts'
import type { NamedField } from './names.ts'
import { namedOption } from './place-content.ts'

/** A content control that an office put into its file to be filled, and what may name its field. */
export interface FormControl {
  readonly element: XmlElement
  readonly properties: XmlElement
  readonly content: XmlElement
  /** Its tag and its title, as far as it has them. */
  readonly titles: readonly string[]
  /** The place that it holds and nothing else. */
  readonly inside?: string
}

/** What Word makes for itself, and what holds no text. */
const otherUses: ReadonlySet<string> = new Set([
  'w:docPartObj',
  'w:docPartList',
  'w:group',
  'w:equation',
  'w:citation',
  'w:bibliography',
  'w:picture',
  'w15:repeatingSection',
  'w15:repeatingSectionItem',
])

const textOf = (element: XmlElement): string =>
  elementsOf(element)
    .map((child) =>
      child.name === 'w:t' ? child.children.filter((one) => typeof one === 'string').join('') : textOf(child),
    )
    .join('')

/** Then it is a frame around what is to be filled. */
const holdsMore = (element: XmlElement): boolean =>
  elementsOf(element).some(({ name }) => name === 'w:tbl' || name === 'w:tr' || name === 'w:sdt') ||
  elementsOf(element).some(holdsMore)

export const controlIn = (element: XmlElement): FormControl | undefined => {
  const [properties, content] = [childOf(element, 'w:sdtPr'), childOf(element, 'w:sdtContent')]
  if (element.name !== 'w:sdt' || !properties || !content || holdsMore(content)) return undefined
  if (elementsOf(properties).some(({ name }) => otherUses.has(name))) return undefined
  const written = [settingOf(properties, 'w:tag'), settingOf(properties, 'w:alias')]
  const titles = written.flatMap((one) => one?.trim() || [])
  const text = textOf(content).trim()
  const [, inside] = /^\{\{([^{}]+)\}\}$/.exec(text) ?? []
  if (inside === undefined && text.includes('{{')) return undefined
  return { element, properties, content, titles, ...(inside !== undefined && { inside }) }
}

/** The field of a control, and the option where it stands for one. */
export interface Owner {
  readonly named: NamedField
  readonly option?: string
}

type ByName = ReadonlyMap<string, NamedField>

/** By tag, by title, or by the place in it, written as places are: `name`, or `name=option`. */
export const ownerOf = ({ titles, inside }: FormControl, byName: ByName, lists: Lists): Owner | undefined => {
  for (const written of inside === undefined ? titles : [...titles, inside.trim()]) {
    const whole = byName.get(written)
    if (whole) return { named: whole }
    const [name = '', option] = written.split('=').map((part) => part.trim())
    const named = byName.get(name)
    const found = named && option !== undefined ? namedOption(named.field, option, lists) : undefined
    if (named && found) return { named, option: found.code }
  }
  return undefined
}
