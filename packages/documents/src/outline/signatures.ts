import { cleaned } from './marks.ts'

/** A place to sign or seal, as `x-signatures` has it. */
export interface DraftSignature {
  readonly label: string
  readonly by: readonly ('signature' | 'seal')[]
  readonly date: boolean
}

const sealed = /盖\s*章|公\s*章|签\s*章|印\s*章/
const signed = /签\s*字|签\s*名|签\s*章/
const mark = /[（(]\s*(?:请)?[^（()）]{0,10}(?:盖\s*章|公\s*章|签\s*字|签\s*名|签\s*章)[^（()）]{0,10}[）)]/g

const withoutDate = (text: string) => text.replace(/[_\s＿]*年[_\s＿]*月[_\s＿]*日.*$/s, '')

/** 牵头单位（盖章）： 年 月 日. Nothing if the text is no place to sign. */
export const signaturesIn = (text: string): readonly DraftSignature[] => {
  const marks = [...text.matchAll(mark)]
  const isLine = marks.length > 0 || /(?:签字|签名|盖章)\s*[:：]/.test(text)
  if (!isLine || text.length > 200) return []
  const date = /年[_\s＿]*月[_\s＿]*日/.test(text)
  const by = (part: string): DraftSignature['by'] => [
    ...(signed.test(part) ? (['signature'] as const) : []),
    ...(sealed.test(part) ? (['seal'] as const) : []),
  ]
  if (marks.length === 0) {
    const label = cleaned(withoutDate(text).replace(/[:：].*$/s, ''))
    return label ? [{ label: label.slice(0, 40), by: by(text), date }] : []
  }
  // 某单位意见 … （公章）: the seal is that of 某单位.
  const asked = /^\s*([^\n:：（(]{2,20}?)(?:审[核查批]|推荐)?意见/.exec(text)?.[1]
  return marks.flatMap((found, i) => {
    const before = text.slice((marks[i - 1]?.index ?? 0) + (marks[i - 1]?.[0].length ?? 0), found.index)
    const label = cleaned(
      withoutDate(before)
        .replace(/[\s\S]*[\n。；;]/, '')
        .replace(/^[:：\s_＿]+/, ''),
    )
    return [{ label: (label.replace(/意见$/, '') || asked || '单位').slice(0, 40), by: by(found[0]), date }]
  })
}
