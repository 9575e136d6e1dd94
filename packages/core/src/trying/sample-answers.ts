import { type Answers, isObject, type Json, type JsonObject } from '../answers/json.ts'
import { rowIds } from '../answers/rows.ts'
import type { Kind } from '../fields/index.ts'
import { isScheme, schemes } from '../identifiers/checks.ts'
import { trailsOf } from '../template/code-list.ts'
import type { Block, Field, RowNumber, Template } from '../template/template.ts'
import { numberedTables } from '../template/walk.ts'

type Sampler = (field: Field, template: Template) => Json | undefined

/** What a pattern asks for, where it is plain words around something of one's own: ^某市.+中心$. */
const byPattern = ({ pattern, title }: Field): string | undefined => {
  if (pattern === undefined) return undefined
  const text = pattern.source.replace(/^\^|\$$/g, '').replace(/\.[+*]/g, `示例${title}`)
  return new RegExp(pattern.source, 'u').test(text) ? text : undefined
}

const words = (field: Field, text: string): string => {
  const least = field.minLength ?? field.minChars ?? 0
  const most = Math.min(field.maxLength ?? 200, field.maxChars ?? 200)
  return text.padEnd(least, text).slice(0, Math.max(most, least))
}

const amount = ({ minimum = 0, maximum = Number.POSITIVE_INFINITY }: Field) => Math.min(Math.max(10, minimum), maximum)

const leaves = (field: Field, { lists }: Template) => {
  const list = field.list === undefined ? undefined : lists[field.list]
  return list
    ? [...trailsOf(list)]
        .filter(([, trail]) => !trail.at(-1)?.children)
        .map(([code, trail]) => ({ code, isOther: trail.at(-1)?.other }))
    : []
}
const firstOf: Sampler = (field, template) =>
  (leaves(field, template).find((leaf) => !leaf.isOther) ?? leaves(field, template)[0])?.code
const someOf = (field: Field, template: Template) =>
  leaves(field, template)
    .filter((leaf) => !leaf.isOther)
    .slice(0, Math.max(1, field.minItems ?? 1))
    .map(({ code }) => code)

const files: Sampler = (field) => {
  const ending = field.accept?.[0] ?? '.pdf'
  return Array.from({ length: Math.max(1, field.minItems ?? 1) }, (_, i) => ({
    id: `f${i + 1}`,
    name: `${field.title.slice(0, 40).replace(/[\\/:*?"<>|]/g, '')}${i + 1}${ending}`,
    size: 1024,
  }))
}

/** The number that the first row of the table has which a field refers to. */
const firstRow: Sampler = ({ refers }, template) => {
  const table = numberedTables(template).find(({ path }) => path.join('.') === refers?.table.join('.'))
  return table?.rowNumber && rowIds(table.rowNumber, [{}])[0]
}

/** A plausible value of each kind that an outline can become. A kind that is not here stays blank. */
const samplers: Readonly<Partial<Record<Kind, Sampler>>> = {
  text: (field) => byPattern(field) ?? words(field, `示例${field.title}`),
  narrative: (field) => words(field, `这里是“${field.title}”的示例内容，请按实际情况填写。`),
  number: amount,
  money: amount,
  percent: amount,
  year: ({ minimum = 2025 }) => Math.max(2025, minimum),
  date: () => '2025-03-31',
  month: () => '2025-03',
  period: ({ precision }) =>
    precision === 'date' ? { from: '2025-01-01', to: '2026-12-31' } : { from: '2025-01', to: '2026-12' },
  'yes-no': () => true,
  statement: () => true,
  choice: firstOf,
  cascade: firstOf,
  choices: someOf,
  'open-choice': (field, template) => ({ choice: firstOf(field, template) ?? '' }),
  'open-cascade': (field, template) => ({ choice: firstOf(field, template) ?? '' }),
  'open-choices': (field, template) => ({ choices: someOf(field, template) }),
  identifier: ({ schemes: names = [] }) => names.flatMap((name) => (isScheme(name) ? [schemes[name].sample] : []))[0],
  attachment: files,
  picture: files,
  reference: firstRow,
  references: (field, template) => {
    const id = firstRow(field, template)
    return id === undefined ? undefined : [id]
  },
}

/** A plausible value of one field; undefined where its kind has none. */
export const sampleValue: Sampler = (field, template) => samplers[field.kind]?.(field, template)
/** The same of everything in a block. */
export const sampleBlock = (block: Block, template: Template): Json | undefined => sampleOf(block, template, () => true)

const sampleOf = (block: Block, template: Template, isWanted: (field: Field) => boolean): Json | undefined => {
  switch (block.block) {
    case 'section':
    case 'group':
      return objectOf(block.children, template, isWanted)
    case 'table': {
      const row = objectOf(block.columns, template, isWanted) ?? {}
      if (block.fixedRows) return block.fixedRows.map((fixed) => ({ ...row, ...fixed }))
      const count = Math.max(block.minRows, Object.keys(row).length > 0 ? 1 : 0)
      const rows = Array.from({ length: count }, () => row)
      return count === 0 ? undefined : block.rowNumber ? numbered(rows, block.rowNumber) : rows
    }
    case 'matrix': {
      const cell = isWanted(block.cell) ? samplers[block.cell.kind]?.(block.cell, template) : undefined
      if (cell === undefined) return undefined
      const row = Object.fromEntries(block.columns.map((column) => [column.key, cell]))
      return Object.fromEntries(block.rows.map((head) => [head.key, row]))
    }
    case 'field':
      return block.compute || !isWanted(block) ? undefined : samplers[block.kind]?.(block, template)
  }
}

const numbered = (rows: readonly JsonObject[], number: RowNumber): readonly JsonObject[] => {
  const ids = rowIds(number, rows)
  return rows.map((row, i) => ({ id: ids[i], ...row }))
}

const objectOf = (
  blocks: readonly Block[],
  template: Template,
  isWanted: (field: Field) => boolean,
): JsonObject | undefined => {
  const filled = blocks.flatMap((block) => {
    const value = sampleOf(block, template, isWanted)
    return value === undefined ? [] : [[block.key, value] as const]
  })
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}

/** Answers with everything filled, and with only what is required. */
export const sampleAnswers = (template: Template): { readonly complete: Answers; readonly minimal: Answers } => {
  const of = (isWanted: (field: Field) => boolean): Answers => {
    const found = objectOf(template.sections, template, isWanted)
    return isObject(found) ? found : {}
  }
  return { complete: of(() => true), minimal: of((field) => field.required) }
}
