import { yuanIn } from '@policyforms/core'

const numeral = (value: string) => `TEXT(${value},"[DBNum2][$-804]General")`

/**
 * 人民币壹佰万元整 from the figure in a cell, by Excel's own Chinese numerals. All is reckoned in whole 分, which binary
 * numbers hold exactly.
 */
export const wordsFormula = (cell: string, unit = '元'): string => {
  const cents = `ROUND(ABS(${cell})*${(yuanIn(unit) ?? 1) * 100},0)`
  const [whole, rest] = [`INT(${cents}/100)`, `MOD(${cents},100)`]
  const tenths = `INT(${rest}/10)`
  const last = `MOD(${rest},10)`
  const before = `IF(OR(${whole}>0,${cents}=0),${numeral(whole)}&"元","")`
  const small = `IF(${tenths}>0,${numeral(tenths)}&"角",IF(${whole}>0,"零",""))&IF(${last}>0,${numeral(last)}&"分","")`
  const sign = `IF(AND(${cell}<0,${cents}>0),"负","")`
  return `IF(ISNUMBER(${cell}),"人民币"&${sign}&${before}&IF(${rest}=0,"整",${small}),"")`
}
