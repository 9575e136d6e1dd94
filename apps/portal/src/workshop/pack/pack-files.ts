import { property } from '@policyforms/core'
import { formFile } from '../model/fault-files.ts'
import type { Files } from '../model/history.ts'
import { parsed } from '../model/outline.ts'
import { bytesIn, sizeInWords, usersOf } from '../office/form-files.ts'

/** What a file of a pack is. Policies and examples have pages of their own. */
export type FileKind = 'jurisdiction' | 'template' | 'form' | 'codes' | 'procedure' | 'indicators'

export interface PackFile {
  readonly path: string
  readonly kind: FileKind
  readonly title: string
  /** What else one wants to know of it before opening it. */
  readonly note?: string
}

const kinds: readonly (readonly [FileKind, RegExp])[] = [
  ['jurisdiction', /^[^/]+\/jurisdiction\.json$/],
  ['template', /^[^/]+\/[^/]+\.schema\.json$/],
  ['form', formFile],
  ['codes', /^[^/]+\/codes\/[^/]+\.json$/],
  ['procedure', /^[^/]+\/procedure\.json$/],
  ['indicators', /^[^/]+\/indicators\.json$/],
]

const titleIn = (files: Files, path: string): string => titleOf('template', files.get(path) ?? '', path)

/** How large a Word file is, and what is printed by it. */
const noteOf = (kind: FileKind, files: Files, path: string): { readonly note?: string } => {
  if (kind !== 'form') return {}
  const users = usersOf(files, path).map((one) => `《${titleIn(files, one)}》`)
  const size = sizeInWords(bytesIn(files.get(path) ?? ''))
  return { note: `${size}，${users.length > 0 ? users.join('、') : '没有材料用它'}` }
}

const titleOf = (kind: FileKind, text: string, path: string): string => {
  if (kind === 'form') return path.slice(path.lastIndexOf('/') + 1)
  const file = parsed(text)
  const title = property(file, 'title') ?? property(file, 'name')
  return typeof title === 'string' && title !== '' ? title : path.slice(path.indexOf('/') + 1)
}

/** The files of a pack that are edited here, by what they are and then by their names. */
export const packFiles = (files: Files): readonly PackFile[] =>
  kinds.flatMap(([kind, pattern]) =>
    [...files.keys()]
      .filter((path) => pattern.test(path))
      .sort()
      .map((path) => ({ path, kind, title: titleOf(kind, files.get(path) ?? '', path), ...noteOf(kind, files, path) })),
  )

export const groups: readonly { readonly kind: FileKind; readonly title: string; readonly many: boolean }[] = [
  { kind: 'jurisdiction', title: '地区情况', many: false },
  { kind: 'template', title: '材料', many: true },
  { kind: 'form', title: '单位的 Word 表样', many: true },
  { kind: 'codes', title: '代码表', many: true },
  { kind: 'procedure', title: '办理程序', many: false },
  { kind: 'indicators', title: '统计指标', many: false },
]

/** Where a new file of a kind goes. */
export const pathOf = (pack: string, kind: FileKind, name: string): string =>
  ({
    jurisdiction: `${pack}/jurisdiction.json`,
    template: `${pack}/${name}.schema.json`,
    form: `${pack}/forms/${name}.docx`,
    codes: `${pack}/codes/${name}.json`,
    procedure: `${pack}/procedure.json`,
    indicators: `${pack}/indicators.json`,
  })[kind]
