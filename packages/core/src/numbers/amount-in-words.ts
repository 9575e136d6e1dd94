import nzh from 'nzh/cn'
import type { Json } from '../answers/json.ts'
import type { Field } from '../template/template.ts'
import { Exact } from './decimal.ts'

const yuan: Readonly<Record<string, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 千万元: 1e7, 亿元: 1e8 }

/** How many 元 one of a unit of money is. */
export const yuanIn = (unit: string): number | undefined => (Object.hasOwn(yuan, unit) ? yuan[unit] : undefined)

/** 140.95 万元 → 人民币壹佰肆拾万玖仟伍佰元整. Half-up to 分, as 《支付结算办法》 has words stand beside figures. */
export const amountInWords = (value: number, unit = '元'): string =>
  // Added to nothing, −0 is 0. Written without needless zeros, it ends in 整 where it has no 角 and 分.
  nzh.toMoney(
    new Exact(value)
      .times(yuanIn(unit) ?? 1)
      .toDecimalPlaces(2)
      .plus(0)
      .toFixed(),
  )

/** The words beside the figure of a field that asks for them. */
export const wordsOf = (
  value: Json | undefined,
  { inWords, unit }: Pick<Field, 'inWords' | 'unit'>,
): string | undefined => (inWords && typeof value === 'number' ? amountInWords(value, unit) : undefined)
