import type { Difference } from '../pack/compare-packs.ts'
import { partNames } from '../template/part-names.ts'
import { facetNames } from './facet-names.ts'

const inSentence = 80
const inCell = 600
const shorter = (text: string, longest = inSentence): string => {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** A place without the template's name, which stands above. */
const placeOf = ({ label, path }: Difference): string => (path.length > 0 ? label.replace(/^.*? › /, '') : label)

const yesNo: Readonly<Record<string, readonly [no: string, yes: string]>> = {
  required: ['选填', '必填'],
  wide: ['不独占一行', '独占一行'],
  sensitive: ['不作敏感信息', '作敏感信息'],
}

/** A facet's value as a person reads it. */
const shownAs = (facet: string, text: string): string =>
  worded(facet, text) ?? `“${inner(shorter(text, spoken.includes(facet) ? inWords : inSentence))}”`

/** What expressions say is longer than what they hold. */
const spoken: readonly string[] = ['assert', 'when', 'compute', 'prefill', 'atMost']
const inWords = 240

/** Quotation marks within quotation marks. */
const inner = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’')

/** In words of its own, where the value is none that an author wrote. */
const worded = (facet: string, text: string): string | undefined => {
  const [no, yes] = yesNo[facet] ?? []
  if (no !== undefined && yes !== undefined) return text === 'true' ? yes : no
  if (facet === 'maxBytes') return `${Number(text) / 2 ** 20} MB`
  if (facet === 'severity') return text === 'warning' ? '提醒' : '错误'
  return undefined
}

/** What changed from one version to the next, as a policy officer would say it. */
export const differenceSentence = (difference: Difference): string => {
  const { is, facet, before, after } = difference
  const place = placeOf(difference)
  if (is === 'option') return optionSentence(difference, place)
  if (facet === undefined) {
    const what = is === 'rule' ? `规则：${shorter(after ?? before ?? '')}` : `${partNames[is]}“${place}”`
    return before === undefined ? `新增${what}` : `取消${what}`
  }
  const name = facetNames[facet] ?? facet
  const subject = is === 'rule' ? place : `“${place}”`
  if (Object.hasOwn(yesNo, facet))
    return `${subject}由${shownAs(facet, before ?? 'false')}改为${shownAs(facet, after ?? 'false')}`
  if (before === undefined) return `${subject}增加${name}：${shownAs(facet, after ?? '')}`
  if (after === undefined) return `${subject}取消${name}（原为${shownAs(facet, before)}）`
  return `${subject}的${name}由${shownAs(facet, before)}改为${shownAs(facet, after)}`
}

const optionSentence = ({ facet, before, after }: Difference, place: string): string => {
  if (facet === 'options') return `“${place}”的选项由 ${before} 个改为 ${after} 个`
  if (before === undefined) return `“${place}”新增选项“${shorter(after ?? '')}”`
  if (after === undefined) return `“${place}”取消选项“${shorter(before)}”`
  return `“${place}”的选项“${shorter(before)}”改称“${shorter(after)}”`
}

/** The same in three columns of a table: where, what it was, what it is. An empty side has nothing. */
export const differenceCells = (
  difference: Difference,
): { readonly place: string; readonly before: string; readonly after: string } => {
  const { is, facet, before, after } = difference
  const place = placeOf(difference)
  const side = (text: string | undefined): string => {
    if (is === 'option')
      return text === undefined ? '' : facet === 'options' ? `${text} 个选项` : `选项“${shorter(text, inCell)}”`
    if (facet === undefined) return text === undefined ? '' : `有${partNames[is]}“${shorter(text, inCell)}”`
    if (Object.hasOwn(yesNo, facet)) return worded(facet, text ?? 'false') ?? ''
    return text === undefined ? '' : `${facetNames[facet] ?? facet}：${worded(facet, text) ?? shorter(text, inCell)}`
  }
  return { place, before: side(before), after: side(after) }
}
