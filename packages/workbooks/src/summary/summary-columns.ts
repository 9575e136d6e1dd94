import { type Block, childrenOf, type Field, fieldKindOf, type Json, type Path, type Template } from '@policyforms/core'
import type { Scalar, StyleBook } from '../book/book.ts'
import type { Lists } from '../cells/cell-kind.ts'
import { cellKindOf } from '../cells/index.ts'
import { mask } from './mask.ts'

/** A column of a summary: one field, in one cell, with one style for all its rows. */
export interface SummaryColumn {
  readonly field: Field
  /** From the submission, or from the row. */
  readonly path: Path
  readonly group: string
  readonly head: string
  readonly style: number
  readonly width: number
  readonly adds: boolean
  readonly scalar: (value: Json | undefined) => Scalar | undefined
}

const scalarOf = (field: Field, lists: Lists) => {
  const kind = fieldKindOf(field)
  const parts = cellKindOf(field).parts(field)
  const [only] = parts.length === 1 ? parts : []
  return (value: Json | undefined): Scalar | undefined => {
    if (value === undefined || value === null || kind.isBlank(value)) return undefined
    if (field.sensitive) return mask(kind.show(value, field, lists))
    // Numbers and dates stay what they are; texts are printed on one line.
    const scalar = only?.write(value, field, lists)
    return typeof scalar === 'number' || typeof scalar === 'boolean' ? scalar : kind.show(value, field, lists)
  }
}

export const summaryColumn = (
  field: Field,
  path: Path,
  group: string,
  label: string,
  lists: Lists,
  styles: StyleBook,
): SummaryColumn => {
  const parts = cellKindOf(field).parts(field)
  const format = parts.length === 1 && !field.sensitive ? parts[0]?.format(field) : '@'
  const { align, width } = fieldKindOf(field)
  return {
    field,
    path,
    group,
    head: field.unit ? `${label}（${field.unit}）` : label,
    style: styles.of('plain', format, align),
    width: Math.max(10, Math.min(40, Math.max(width(field, lists), 2 * label.length + 4))),
    adds: cellKindOf(field).adds && !field.sensitive,
    scalar: scalarOf(field, lists),
  }
}

/** A column for each leaf field that stands outside tables and matrices, under the head of its top-level section. */
export const mainColumns = (template: Template, styles: StyleBook): readonly SummaryColumn[] => {
  const below = (block: Block, group: string, labels: readonly string[]): readonly SummaryColumn[] => {
    switch (block.block) {
      case 'section':
        return childrenOf(block).flatMap((child) => below(child, group, labels))
      case 'group':
        return childrenOf(block).flatMap((child) => below(child, group, [...labels, block.title]))
      case 'table':
      case 'matrix':
        return []
      case 'field':
        return [summaryColumn(block, block.path, group, [...labels, block.title].join('：'), template.lists, styles)]
    }
  }
  return template.sections.flatMap((section) => below(section, `${section.number}${section.title}`, []))
}
