import { blockAt, headsOf, type Matrix, nameOfHead, pointerOf, type Template, valueAt } from '@policyforms/core'
import type { StyleBook } from '../book/book.ts'
import { type AnswerColumn, fixedColumn, type HeadedColumn, headedColumn } from './headed-column.ts'
import { isHiddenAt, type SettledSubmission, type SheetPlan } from './sheet-plan.ts'
import { cellSource, type Form, isSame, type Source, type Value } from './source.ts'
import type { Versions } from './versions.ts'

interface MatrixPlace {
  readonly matrix: Matrix
  readonly around: readonly string[]
  readonly pointer: string
  readonly sources: readonly (Source | undefined)[]
}

const sameMatrix = (matrix: Matrix, version: Template): Matrix | undefined => {
  const found = blockAt(version, matrix.path)
  return found?.block === 'matrix' && isSame(found.cell, matrix.cell, version.lists) ? found : undefined
}

interface Written {
  readonly version: Template
  readonly matrix: Matrix
}

/** Each version's columns by their keys; what only earlier versions have comes last. */
const columnHeads = (written: readonly Written[]) =>
  new Map(written.toReversed().flatMap(({ matrix }) => matrix.columns.map((head) => [head.key, head] as const)))

/** A row for each row of a matrix of each submission. Columns that are titled by the answers tell their titles in each row. */
export const matrixSheet = (
  matrix: Matrix,
  versions: Versions,
  keys: readonly HeadedColumn[],
  styles: StyleBook,
  form: Form,
): SheetPlan => {
  const written = [versions.own, ...versions.earlier].flatMap((version): readonly Written[] => {
    const same = sameMatrix(matrix, version)
    return same ? [{ version, matrix: same }] : []
  })
  const heads = columnHeads(written)
  const ordered = [...new Set([...matrix.columns.map(({ key }) => key), ...heads.keys()])]
  const answers = ordered.flatMap((key): readonly AnswerColumn[] => {
    const head = heads.get(key)
    if (!head) return []
    const field = { ...matrix.cell, key }
    const adds = matrix.totals.columns
    const label = nameOfHead(head)
    const having = written.filter((one) => one.matrix.columns.some((column) => column.key === key))
    return [
      {
        ...headedColumn(styles, { field, group: matrix.title, label, lists: versions.own.lists, adds }),
        sources: new Map(having.map((one) => [one.version.hash, cellSource(one.matrix.cell, key, form)])),
      },
    ]
  })
  const isTitled = written.some((one) => one.matrix.columns.some(({ titleFrom }) => titleFrom))
  const row = fixedColumn(styles, matrix.title, matrix.corner || '项目', 24, '@')
  const titles = isTitled ? [fixedColumn(styles, matrix.title, '各列名称', 24, '@')] : []
  const places = new Map(
    written.map(({ version, matrix: own }): readonly [string, MatrixPlace] => [
      version.hash,
      {
        matrix: own,
        around: own.path.map((_, i) => pointerOf(own.path.slice(0, i + 1))),
        pointer: pointerOf(own.path),
        sources: answers.map(({ sources }) => sources.get(version.hash)),
      },
    ]),
  )
  return {
    title: matrix.title,
    columns: [...keys, row, ...titles, ...answers],
    rowsOf: (submission) => rowsIn(places.get(submission.hash), submission, isTitled, answers.length),
  }
}

const rowsIn = (
  place: MatrixPlace | undefined,
  { keys, answers, lists, hidden, today }: SettledSubmission,
  isTitled: boolean,
  count: number,
): readonly (readonly Value[])[] => {
  const blanks = Array<null>(count + (isTitled ? 1 : 0)).fill(null)
  if (!place || isHiddenAt(hidden, place.around)) return [[...keys, null, ...blanks]]
  const { matrix, pointer, sources } = place
  const heads = headsOf(matrix, answers, { today })
  const titles = isTitled ? [heads.columns.map(nameOfHead).join('、')] : []
  const held = valueAt(answers, matrix.path)
  return heads.rows.map((head) => {
    const cells: Value[] = [...keys, nameOfHead(head), ...titles]
    const row = valueAt(held, [head.key])
    for (const source of sources) {
      const isHidden = source && hidden.size > 0 && hidden.has(`${pointer}/${head.key}/${source.key}`)
      cells.push(!source || isHidden ? null : source.scalar(source.get(row), lists))
    }
    return cells
  })
}
