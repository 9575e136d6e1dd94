import { type Json, keysOf, type Pointer, valueAt } from '@policyforms/core'
import { dialect, keywordsOf } from './dialect.ts'
import { nodesAbove, parsed } from './outline.ts'

const ofStructure: Readonly<Record<string, string>> = { properties: '下面各项', items: '各列', required: '哪些必填' }

/** A place of a template's text as its titles tell it: 基本情况 › 中心名称：名称. What has no title keeps its key. */
export const placeWords = (text: string, pointer: Pointer): string => {
  const keys = keysOf(pointer)
  const above = nodesAbove(text, keys)
  const node = above.at(-1)
  const [keyword] = keys.slice(node?.keys.length ?? 0)
  const known = keywordsOf(dialect, node?.kind ?? 'template').find(({ name }) => name === keyword)
  const what = keyword === undefined ? [] : [known?.label ?? ofStructure[keyword] ?? keyword]
  const where = above.map(({ title }) => title).join(' › ')
  return [...(where ? [where] : []), ...what].join('：') || '整个文件'
}

const longest = 200

/** What stands there, as far as a glance takes it in. */
export const valueWords = (text: string | null, pointer: Pointer): string => {
  const value: Json | undefined = text === null ? undefined : valueAt(parsed(text), keysOf(pointer))
  if (value === undefined) return '没有这一项'
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return words.length > longest ? `${words.slice(0, longest)}……` : words
}
