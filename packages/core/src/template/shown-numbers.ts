import { type Pointer, pointerOf } from '../answers/pointer.ts'
import { headingCounter } from './heading-counter.ts'
import type { Block, Section, Template } from './template.ts'

type Numbered = Pick<Template, 'sections'>
type IsHidden = (section: Section) => boolean

/** The numbers of all sections that have one, as they are counted in the order of the document. */
const counted = (sections: readonly Section[], continued: readonly number[], isHidden: IsHidden) => {
  const count = headingCounter(continued)
  const numbers = new Map<Section, string>()
  const walk = (block: Block): void => {
    if (block.block !== 'section' || isHidden(block)) return
    if (block.number !== '') numbers.set(block, count(block.level))
    block.children.forEach(walk)
  }
  sections.forEach(walk)
  return numbers
}

/** The levels that do not start anew under each heading above them: those that would be counted otherwise if they did. */
const continuedIn = ({ sections }: Numbered): readonly number[] => {
  const anew = counted(sections, [], () => false)
  return [...new Set([...anew].flatMap(([{ number, level }, fresh]) => (fresh === number ? [] : [level])))]
}

const hidesANumber = ({ sections }: Numbered, hidden: ReadonlySet<Pointer>): boolean => {
  const hides = (block: Block): boolean =>
    block.block === 'section' &&
    ((block.number !== '' && hidden.has(pointerOf(block.path))) || block.children.some(hides))
  return hidden.size > 0 && sections.some(hides)
}

const none: ReadonlyMap<Section, string> = new Map()

/** The numbers of sections that are printed with another than the template gave them, because some are hidden. */
export const shownNumbers = (template: Numbered, hidden: ReadonlySet<Pointer>): ReadonlyMap<Section, string> =>
  hidesANumber(template, hidden)
    ? counted(template.sections, continuedIn(template), (section) => hidden.has(pointerOf(section.path)))
    : none

const withNumbers = <B extends Block>(block: B, numbers: ReadonlyMap<Section, string>): B =>
  block.block === 'section'
    ? {
        ...block,
        number: numbers.get(block) ?? block.number,
        children: block.children.map((child) => withNumbers(child, numbers)),
      }
    : block

/**
 * A template whose headings are numbered as they are printed: one after the other, without those that are hidden. It is
 * the same template where no number is missing.
 */
export const numberedAsShown = <T extends Numbered>(template: T, hidden: ReadonlySet<Pointer>): T => {
  const numbers = shownNumbers(template, hidden)
  if (numbers.size === 0) return template
  return { ...template, sections: template.sections.map((section) => withNumbers(section, numbers)) }
}
