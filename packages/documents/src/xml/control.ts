import type { Xml } from './paragraph.ts'
import { escaped } from './text.ts'

/**
 * A content control (ISO 29500-1, 17.5.2) around one answer, by which a file that was edited in Word is read back.
 * Nothing of it is seen in print.
 */
export interface Control {
  /** Up to the content; `controlEnd` follows that. */
  readonly open: Xml
  /** The whole control where there is no answer: a space in its place, which typing replaces. */
  readonly blank: Xml
}

export const controlEnd: Xml = '</w:sdtContent></w:sdt>'

/** What stands in an empty control, in the shell's glossary too: Word would print 单击此处输入文字 otherwise. */
export const placeholderText = '　'
export const placeholderName = 'Blank'

const placeholder = `<w:placeholder><w:docPart w:val="${placeholderName}"/></w:placeholder>`
const emptied = `<w:r><w:t xml:space="preserve">${placeholderText}</w:t></w:r>`
const hidden = '<w15:appearance w15:val="hidden"/>'

/** A control of a type, such as `<w:text/>`. Types that are worked with the mouse show their frame under it. */
const control = (tag: string, type: Xml, appearance: Xml): Control => {
  const start = `<w:sdt><w:sdtPr><w:tag w:val="${escaped(tag)}"/>${placeholder}`
  return {
    open: `${start}${appearance}${type}</w:sdtPr><w:sdtContent>`,
    blank: `${start}<w:showingPlcHdr/>${appearance}${type}</w:sdtPr><w:sdtContent>${emptied}${controlEnd}`,
  }
}

export const textControl = (tag: string): Control => control(tag, '<w:text/>', hidden)
/** Holds anything: paragraphs, files, other controls. */
export const richControl = (tag: string): Control => control(tag, '', hidden)
/** Holds one picture, and nothing but that. */
export const pictureControl = (tag: string): Control => control(tag, '<w:picture/>', '')

const dateForms = { date: "yyyy'年'M'月'd'日'", month: "yyyy'年'M'月'" } as const

export const dateControl = (tag: string, precision: keyof typeof dateForms): Control =>
  control(
    tag,
    `<w:date><w:dateFormat w:val="${dateForms[precision]}"/><w:lid w:val="zh-CN"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>`,
    '',
  )

/** One of several texts, or where `open` any other. Word asks that no two are alike. */
export const listControl = (tag: string, texts: readonly string[], open: boolean): Control => {
  const name = open ? 'comboBox' : 'dropDownList'
  const items = [...new Set(texts)].map((text) => {
    const value = escaped(text)
    return `<w:listItem w:displayText="${value}" w:value="${value}"/>`
  })
  return control(tag, `<w:${name}>${items.join('')}</w:${name}>`, '')
}

export const ticks = { on: '☑', off: '□' } as const
const font = 'w14:font="宋体"'

/** A box to tick with a click. */
export const tickControl = (tag: string, chosen: boolean): Xml =>
  `<w:sdt><w:sdtPr><w:tag w:val="${escaped(tag)}"/><w14:checkbox><w14:checked w14:val="${chosen ? 1 : 0}"/>` +
  `<w14:checkedState w14:val="2611" ${font}/><w14:uncheckedState w14:val="25A1" ${font}/></w14:checkbox></w:sdtPr>` +
  `<w:sdtContent><w:r><w:t xml:space="preserve">${chosen ? ticks.on : ticks.off}</w:t></w:r>${controlEnd}`

/** Paragraphs in their control. */
export const around = (paragraphs: Xml, control: Control | undefined): Xml =>
  control ? `${control.open}${paragraphs}${controlEnd}` : paragraphs

/** Printed where there is no answer, and none when it is read back: 无 where nothing may stay blank. */
export const standIn = (content: Xml, inside: Control | undefined): Xml =>
  inside ? inside.blank.replace(emptied, () => content) : content

/** Runs in their control; without one, as they are. */
export const controlled = (content: Xml, inside: Control | undefined): Xml => {
  if (!inside) return content
  return content === '' ? inside.blank : `${inside.open}${content}${controlEnd}`
}
