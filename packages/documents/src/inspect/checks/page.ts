import type { Told } from '../finding.ts'
import type { PageSetUp } from '../page-set-up.ts'
import type { Check } from './check.ts'

const perMillimetre = 1440 / 25.4
const millimetres = (twips: number) => Math.round((twips / perMillimetre) * 10) / 10
/** GB/T 9704-2012, 5.2.1 allows a millimetre; Word rounds besides. */
const tolerance = 1.1
const isNear = (twips: number, wanted: number) => Math.abs(twips / perMillimetre - wanted) <= tolerance

const told = (code: string, place: string, found: string, wanted: string, clause: string): Told => ({
  code,
  severity: 'error',
  place,
  quote: '',
  found,
  wanted,
  clause,
})

const paperOf = ({ width, height }: PageSetUp, place: string): readonly Told[] => {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (isNear(short, 210) && isNear(long, 297)) return []
  const found = `纸张 ${millimetres(width)} × ${millimetres(height)} 毫米`
  return [told('paper', place, found, 'A4，210 × 297 毫米', '5.1')]
}

/** The head of a page on its side is at the binding: its top margin is the left one of an upright page. */
const upright = ({ width, height, margins }: PageSetUp) =>
  width > height ? { top: margins.right, right: margins.bottom, bottom: margins.left, left: margins.top } : margins

const sides = [
  ['top', '天头（上边距）', 37],
  ['left', '订口（左边距）', 28],
  ['right', '右边距', 26],
  ['bottom', '下边距', 35],
] as const

const marginsOf = (setUp: PageSetUp, place: string): readonly Told[] => {
  const margins = upright(setUp)
  return sides
    .filter(([side, , wanted]) => !isNear(margins[side], wanted))
    .map(([side, name, wanted]) =>
      told('margin', place, `${name} ${millimetres(margins[side])} 毫米`, `${name} ${wanted} 毫米`, '5.2.1'),
    )
}

/** Paper and margins of every page set-up. */
export const checkPage: Check = ({ setUps }) =>
  setUps.flatMap((setUp, i) => {
    const place = `第 ${i + 1} 节的页面设置`
    return [...paperOf(setUp, place), ...marginsOf(setUp, place)]
  })
