import {
  type Block,
  childrenOf,
  type Json,
  type JsonObject,
  type Matrix,
  nameOfHead,
  pointerOf,
  type Table,
  type Template,
  valueAt,
} from '@policyforms/core'
import type { Cell, Placed, StyleBook } from '../book/book.ts'
import { summaryColumn } from './summary-columns.ts'
import type { HeadedColumn } from './summary-sheet.ts'

/** What is printed where a condition has hidden an answer; blank and 0 mean other things. */
export const notApplicable = '不适用'

/** A submission as it settled: what the rows are made from. */
export interface SettledSubmission {
  readonly keys: readonly Cell[]
  readonly answers: JsonObject
  readonly isHidden: (path: readonly (string | number)[]) => boolean
}

/** A sheet beside the main one: the rows of a table or a matrix of every submission. */
export interface SummaryPart {
  readonly title: string
  readonly columns: readonly HeadedColumn[]
  readonly rows: (submission: SettledSubmission, sheet: number) => readonly Placed[]
}

export const summaryParts = (
  template: Template,
  keys: readonly HeadedColumn[],
  styles: StyleBook,
): readonly SummaryPart[] => {
  const below = (block: Block): readonly SummaryPart[] => {
    switch (block.block) {
      case 'section':
      case 'group':
        return childrenOf(block).flatMap(below)
      case 'table':
        return [tablePart(block, keys, template, styles)]
      case 'matrix':
        return [matrixPart(block, keys, template, styles)]
      case 'field':
        return []
    }
  }
  return template.sections.flatMap(below)
}

const tablePart = (table: Table, keys: readonly HeadedColumn[], template: Template, styles: StyleBook): SummaryPart => {
  const number = { group: table.title, head: '行号', style: styles.of('plain', '0', 'center'), width: 8 }
  const columns = table.columns.map((field) =>
    summaryColumn(field, [field.key], table.title, field.title, template.lists, styles),
  )
  return {
    title: table.title,
    columns: [...keys, number, ...columns],
    rows: ({ keys: cells, answers, isHidden }, sheet) => {
      if (isHidden(table.path)) return [{ sheet, cells: [...cells, { value: notApplicable, style: number.style }] }]
      const rows = valueAt(answers, table.path)
      if (!Array.isArray(rows)) return []
      return rows.map((row: Json, i) => ({
        sheet,
        cells: [
          ...cells,
          { value: i + 1, style: number.style },
          ...columns.map(({ path, style, scalar }) => ({
            value: isHidden([...table.path, i, ...path]) ? notApplicable : scalar(valueAt(row, path)),
            style,
          })),
        ],
      }))
    },
  }
}

const matrixPart = (
  matrix: Matrix,
  keys: readonly HeadedColumn[],
  template: Template,
  styles: StyleBook,
): SummaryPart => {
  const head = { group: matrix.title, head: matrix.corner || '项目', style: styles.of('plain', '@'), width: 24 }
  const columns = matrix.columns.map((column) => {
    const { key, title } = column
    return summaryColumn(
      { ...matrix.cell, key, title },
      [key],
      matrix.title,
      nameOfHead(column),
      template.lists,
      styles,
    )
  })
  return {
    title: matrix.title,
    columns: [...keys, head, ...columns],
    rows: ({ keys: cells, answers, isHidden }, sheet) =>
      matrix.rows.map((row) => ({
        sheet,
        cells: [
          ...cells,
          { value: nameOfHead(row), style: head.style },
          ...columns.map(({ path, style, scalar }) => ({
            value: isHidden([...matrix.path, row.key, ...path])
              ? notApplicable
              : scalar(valueAt(answers, [...matrix.path, row.key, ...path])),
            style,
          })),
        ],
      })),
  }
}

/** Tells whether a place or anything around it is hidden. */
export const hiddenTest = (hidden: ReadonlySet<string>): SettledSubmission['isHidden'] =>
  hidden.size === 0 ? () => false : (path) => path.some((_, i) => hidden.has(pointerOf(path.slice(0, i + 1))))
