import type { OptionMark } from '@policyforms/core'
import { unnumbered } from './heading.ts'

/** Boxes to tick, in the forms that offices use. */
const box = '[□☐○◯▢☑■]'
const digitsOf = (text: string | undefined) => Number(text?.replace(/[,，\s]/g, ''))

const caps: readonly RegExp[] = [
  /(?:限|不超过|不多于|不得超过|最多|控制在)\s*([\d,，]{1,6})\s*(?:个)?(?:汉)?字/,
  /([\d,，]{1,6})\s*(?:个)?(?:汉)?字\s*(?:以内|之内|以下|内)/,
  /[（(]\s*[≤<]\s*([\d,，]{1,6})\s*字/,
]

/** 限500字, （500字以内）: at most so many characters. */
export const capIn = (text: string): number | undefined => {
  for (const cap of caps) {
    const found = digitsOf(cap.exec(text)?.[1])
    if (found > 0 && found <= 32000) return found
  }
  return undefined
}

/** 不少于300字: at least so many. */
export const floorIn = (text: string): number | undefined => {
  const found = digitsOf(/(?:不少于|不低于|至少)\s*([\d,，]{1,6})\s*(?:个)?字/.exec(text)?.[1])
  return found > 0 && found <= 32000 ? found : undefined
}

export const units =
  '万元|亿元|千元|美元|元|%|％|人次|人月|人年|人|项|个|件|篇|部|台套|台/套|台|套|家|次|年|月|天|日|平方米|平方公里|㎡|m2|亩|吨|公里|千瓦时|种|份|名|岁'
const unitMark = new RegExp(`[（(【[]\\s*(?:单位\\s*[:：]\\s*)?(${units})\\s*[）)】\\]]`)
const unitCaption = new RegExp(`(?:金额)?单位\\s*[:：]\\s*[（(]?(?:人民币)?\\s*(${units})`)

/** （万元） in a label. */
export const unitIn = (text: string): string | undefined => unitMark.exec(text)?.[1]?.replace('％', '%')
/** 单位：万元, which holds for a whole table. 单位：______ is a place to write one's employer. */
export const unitCaptionIn = (text: string): string | undefined => unitCaption.exec(text)?.[1]?.replace('％', '%')
/** A box that holds nothing but a unit: ____万元. */
export const unitAlone = (text: string): string | undefined =>
  new RegExp(`^[_\\s＿]*(${units})$`).exec(text.trim())?.[1]?.replace('％', '%')

/** □甲 □乙 □其他____ */
export const optionsIn = (text: string): readonly OptionMark[] => {
  const [, ...parts] = text.split(new RegExp(box))
  const before = new RegExp(box).test(text) ? parts : []
  return before.flatMap((part) => {
    const written = part.replace(/^[\s.、]+/, '')
    const isOpen = /_{2,}|＿|[（(]\s*请?(?:注明|说明|填写)|[:：]\s*[）)]?\s*$/.test(written)
    const title = written
      .replace(/[（(]\s*请?(?:注明|说明|填写)[^）)]*[）)]?/g, '')
      .replace(/[（(][^（()）]*[:：]\s*[_＿\s]*[）)]?$/, '')
      .replace(/[_＿]+.*$/s, '')
      .replace(/[\s;；,，、:：。]+$/, '')
      .trim()
    return title ? [{ title: title.replace(/\s+/g, ' '), isOpen }] : []
  })
}

export const withoutOptions = (text: string): string => text.split(new RegExp(box))[0] ?? ''

export const isDate = (text: string) => /^[_\s＿\d]*年[_\s＿\d]*月[_\s＿\d]*日\s*$/.test(text.trim())
export const isMonth = (text: string) => /^[_\s＿\d]*年[_\s＿\d]*月\s*$/.test(text.trim())
export const isSpan = (text: string) => /年.*月.*(?:至|—|-|－|~|～|到).*年.*月/.test(text)

const level =
  '省|自治区|省[（(][^）)]*[）)]|市|市[（(][^）)]*[）)]|州|盟|县|区县|区|旗|县[（(][^）)]*[）)]|乡镇|街道|乡镇[（(][^）)]*[）)]|门类|大类|中类|小类|[一二三四]级'
const levels = new RegExp(`^(?:(?:${level})[\\s_＿:：]*){2,5}$`)

/** ____省____市____县: levels to be chosen from, one inside the other. */
export const isLevels = (text: string) => levels.test(text.replace(/^[\s_＿]+/, ''))

/** Nothing to read: a blank to fill in. */
export const isBlankText = (text: string) => /^[\s_＿.…/\\—-]*$/.test(text)

export const isMarkedRequired = (text: string) => /^\s*[*＊★]|[*＊★]\s*$|[（(]必填[）)]/.test(text)

/** A label as it is to be printed: no number, limit, unit, mark of obligation or colon, no spaces to spread it out. */
export const cleaned = (text: string): string => {
  const plain = unnumbered(text.trim().replace(/^[*＊★\s]+/, ''))
    .replace(
      /[（(【][^（()）】]*(?:字|盖章|公章|签章|签名|限填|可多选|多选|单选|必填|请勾选|打√|填写)[^（()）】]*[）)】]/g,
      '',
    )
    .replace(new RegExp(unitMark.source, 'g'), '')
    .replace(/[_＿]+/g, '')
    .replace(/[*＊★\s]+$/, '')
    .replace(/[:：\s]+$/, '')
    .trim()
  // 姓  名 is spread out for looks; a space between words of Latin letters is not.
  return plain.replace(/(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])/g, '').slice(0, 120)
}
