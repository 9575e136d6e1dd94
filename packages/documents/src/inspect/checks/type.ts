import type { Told } from '../finding.ts'
import type { Paragraph } from '../read-document.ts'
import { numberedLevel } from '../roles.ts'
import { at, type Check, type Inspected, sizeName, withRole } from './check.ts'

/** What type is wanted: fonts by the words in their names, sizes in points. */
interface Wanted {
  readonly fonts: RegExp
  readonly fontNames: string
  readonly sizes: readonly number[]
  readonly clause: string
}

const cut = { hei: /黑体|SimHei|Heiti/i, kai: /楷/, song: /仿宋|FangSong/i }
const all = /黑|楷|宋|SimHei|FangSong|SimSun|KaiTi/i
const bookSizes = [16, 15, 14, 12]

const official = {
  title: { fonts: /小标宋/, fontNames: '小标宋体', sizes: [22], clause: '7.3.1' },
  body: { fonts: cut.song, fontNames: '仿宋体', sizes: [16], clause: '5.2.2' },
  headings: [
    { fonts: cut.hei, fontNames: '黑体', sizes: [16], clause: '7.3.3' },
    { fonts: /楷|KaiTi/i, fontNames: '楷体', sizes: [16], clause: '7.3.3' },
    { fonts: cut.song, fontNames: '仿宋体', sizes: [16], clause: '7.3.3' },
    { fonts: cut.song, fontNames: '仿宋体', sizes: [16], clause: '7.3.3' },
  ],
} as const

/** Books are set smaller, and in 宋体 as often as in 仿宋; their headings in any of the four. */
const habitual: { readonly body: Wanted; readonly heading: Wanted } = {
  body: { fonts: /宋|FangSong|SimSun/i, fontNames: '仿宋体或宋体', sizes: bookSizes, clause: '' },
  heading: { fonts: all, fontNames: '黑体、楷体、仿宋体或宋体', sizes: [22, 18, ...bookSizes], clause: '' },
}

const differs =
  (role: string, name: string, { fonts, fontNames, sizes, clause }: Wanted) =>
  (paragraph: Paragraph) => {
    const { eastAsia, size } = paragraph.type
    const fault = (code: string, found: string, wanted: string): Told => ({
      code: `${role}-${code}`,
      severity: clause === '' ? 'warning' : 'error',
      ...at(paragraph),
      found: `${name}${found}`,
      wanted,
      ...(clause !== '' && { clause }),
    })
    return [
      ...(eastAsia !== undefined && !fonts.test(eastAsia) ? [fault('font', `用${eastAsia}`, `用${fontNames}`)] : []),
      ...(size !== undefined && !sizes.includes(size)
        ? [fault('size', `用${sizeName(size)}`, `用${sizes.map(sizeName).join('或')}`)]
        : []),
    ]
  }

/** A heading's level is its number's; one without a number, and in the middle, is a title of a part. */
const levelOf = ({ look, text }: Paragraph): number | undefined =>
  look.align === 'center' ? undefined : (numberedLevel(text.trim()) ?? look.level)

const headingFaults = (document: Inspected): readonly Told[] =>
  withRole(document, 'heading').flatMap((paragraph) => {
    if (document.standard === 'book') return differs('heading', '标题', habitual.heading)(paragraph)
    const level = levelOf(paragraph)
    const wanted = level === undefined ? undefined : official.headings[Math.min(level, 4) - 1]
    return wanted ? differs('heading', `${'一二三四'[Math.min(level ?? 1, 4) - 1]}级标题`, wanted)(paragraph) : []
  })

/** Fonts and sizes of title, headings and text. */
export const checkType: Check = (document) => {
  const isBook = document.standard === 'book'
  return [
    ...(isBook ? [] : withRole(document, 'title').flatMap(differs('title', '标题', official.title))),
    ...headingFaults(document),
    ...withRole(document, 'body').flatMap(differs('body', '正文', isBook ? habitual.body : official.body)),
  ]
}

const smallest = 9

/** Tables have their own sizes, but must be legible. */
export const checkTables: Check = (document) =>
  withRole(document, 'table')
    .filter(({ type }) => (type.size ?? smallest) < smallest)
    .map((paragraph) => ({
      code: 'table-size',
      severity: 'warning',
      ...at(paragraph),
      found: `表内用${sizeName(paragraph.type.size ?? 0)}`,
      wanted: '不小于小五（9 磅）',
    }))
