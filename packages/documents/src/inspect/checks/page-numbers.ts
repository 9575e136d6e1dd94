import type { Told } from '../finding.ts'
import type { PageSetUp, PrintedFooter } from '../page-set-up.ts'
import { type Check, sizeName } from './check.ts'

const clause = '7.5'

const told = (place: string, code: string, found: string, wanted: string): Told => ({
  code,
  severity: 'error',
  place,
  quote: '',
  found,
  wanted,
  clause,
})

const footerFaults = (footer: PrintedFooter, place: string): readonly Told[] => {
  const { eastAsia, size } = footer.type
  return [
    ...(/^[—―] ?# ?[—―]$/.test(footer.text)
      ? []
      : [told(place, 'page-number-form', `页码写作“${footer.text}”`, '页码左右各放一条一字线：— 1 —')]),
    ...(size !== undefined && size !== 14
      ? [told(place, 'page-number-size', `页码用${sizeName(size)}`, '页码用四号（14 磅）')]
      : []),
    ...(eastAsia !== undefined && !/宋体|SimSun/i.test(eastAsia)
      ? [told(place, 'page-number-font', `页码用${eastAsia}`, '页码用宋体')]
      : []),
  ]
}

const placeFaults = ({ odd, even }: PageSetUp['footers'], place: string): readonly Told[] => {
  const isRight = (align: string | undefined) => align === 'right' || align === 'end' || align === 'outside'
  if (odd && even && odd === even && odd.align !== 'outside')
    return [told(place, 'page-number-sides', '单双页页码在同一侧', '单页码居右，双页码居左，各空一字')]
  return [
    ...(odd && !isRight(odd.align) ? [told(place, 'page-number-sides', '单页码不在右侧', '单页码居右空一字')] : []),
    ...(even && isRight(even.align) && even.align !== 'outside'
      ? [told(place, 'page-number-sides', '双页码不在左侧', '双页码居左空一字')]
      : []),
  ]
}

/** Every page set-up that has numbers of its own, and whether any has. A book may put them in the middle. */
export const checkPageNumbers: Check = ({ setUps, standard }) => {
  const used = setUps.filter(({ footers }) => footers.odd)
  if (used.length === 0) return [told('全文', 'page-number', '没有页码', '页码用四号宋体，左右各放一条一字线')]
  return setUps.flatMap(({ footers }, i) => {
    const place = `第 ${i + 1} 节的页脚`
    const printed = [footers.odd, footers.even].filter((one) => one !== undefined)
    const isMiddle = standard === 'book' && printed.every(({ align }) => align === 'center')
    return [...printed.flatMap((one) => footerFaults(one, place)), ...(isMiddle ? [] : placeFaults(footers, place))]
  })
}
