import { nameOfHead } from '../answers/heads-of.ts'
import { keysOf, type Pointer } from '../answers/pointer.ts'
import { rowNumber } from '../answers/rows.ts'
import type { Block, Matrix, Table, Template } from '../template/template.ts'
import { childrenOf } from '../template/walk.ts'
import type { Issue } from './issue.ts'
import type { Words } from './words.ts'
import { chinese } from './zh-CN.ts'

/** What an issue says, without its place; in Chinese, unless other words are given. */
export const sentence = (issue: Pick<Issue, 'code' | 'params'>, words: Words = chinese): string => {
  const { sentences, shapes, suggest } = words
  return sentences[issue.code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(issue.params[name] ?? '')
    if (name === 'suggestion') return value && suggest(value)
    return (name === 'expected' || name === 'reason') && Object.hasOwn(shapes, value) ? (shapes[value] ?? value) : value
  })
}

/** The clauses that ask for it, by their headings; empty where none does. */
export const citation = ({ clauses = [] }: Pick<Issue, 'clauses'>, template: Pick<Template, 'clauses'>): string =>
  clauses
    .map((ref) => (Object.hasOwn(template.clauses, ref) ? (template.clauses[ref]?.heading ?? ref) : ref))
    .join('；')

/** The names that lead to a place, outer first, rows by number: 共建单位 › 第 3 行 › 出资比例. Without the top-level section. */
export const labelsAt = (template: Pick<Template, 'sections'>, pointer: Pointer): readonly string[] => {
  const labels: string[] = []
  let blocks: readonly Block[] = template.sections
  let block: Block | undefined
  for (const key of keysOf(pointer)) {
    if (block?.block === 'table' && /^\d+$/.test(key)) {
      labels.push(rowLabel(block, Number(key)))
      continue
    }
    if (block?.block === 'matrix') {
      labels.push(headLabel(block, key))
      continue
    }
    const next: Block | undefined = blocks.find((one) => one.key === key)
    if (!next) break
    block = next
    blocks = childrenOf(next)
    labels.push(next.title)
  }
  return labels
}

/** 第 3 行, with the number that is printed where rows have one: 第 3 行（IP03）. */
const rowLabel = ({ rowNumber: number }: Table, index: number): string =>
  `第 ${index + 1} 行${number?.prefix ? `（${rowNumber(number, index)}）` : ''}`

/** Titles repeat under different groups: 2025 年：预算. */
const headLabel = ({ rows, columns }: Matrix, key: string): string => {
  const side = rows.some((head) => head.key === key) ? rows : columns
  const head = side.find((one) => one.key === key)
  if (!head) return key
  return side.filter(({ title }) => title === head.title).length > 1 ? nameOfHead(head) : head.title
}

/** A place in words: 组建单位 第 3 行“出资比例”. */
export const labelAt = (template: Pick<Template, 'sections'>, pointer: Pointer): string => {
  const labels = labelsAt(template, pointer)
  if (labels.length === 0) return ''
  const shown = labels.length > 1 ? labels.slice(1) : labels
  const last = shown.at(-1) ?? ''
  return [...shown.slice(0, -1), /^第 \d+ 行(（.*）)?$/.test(last) ? last : `“${last}”`].join(' ').trim()
}
