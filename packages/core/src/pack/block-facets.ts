import type { Block } from '../template/template.ts'

/** What is told elsewhere: where a block stands, what is inside, and citations, which every jurisdiction has its own of. */
const elsewhere: readonly string[] = [
  'block',
  'key',
  'path',
  'clauses',
  'children',
  'rows',
  'cell',
  'number',
  'list',
  'was',
  'sums',
]

const textOf = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && 'source' in value) return String(value.source)
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join('、')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const skipped = (name: string, value: unknown): boolean =>
  elsewhere.includes(name) || (name === 'columns' && typeof value !== 'number')

/** All else that a block says of itself, as text by facet; a matrix has the facets of its cells too. */
export const facetsOf = (block: Block): Readonly<Record<string, string>> => {
  const own = Object.entries(block).filter(([name, value]) => !skipped(name, value) && value !== undefined)
  const facets = Object.fromEntries(own.map(([name, value]) => [name, textOf(value)]))
  return block.block === 'matrix' ? { ...facetsOf(block.cell), ...facets } : facets
}
