import {
  convertValue,
  type Head,
  headsOf,
  type Json,
  type Matrix,
  nameOfHead,
  originsOf,
  pointerOf,
  type Template,
  valueAt,
} from '@policyforms/core'
import type { AnswerColumn } from './answer-column.ts'
import { fixedColumn, headedColumn } from './headed-column.ts'
import { isHiddenAt, type Planning, type SettledSubmission, type SheetPlan } from './sheet-plan.ts'
import { cellSource, isSame, type Source, type Value } from './source.ts'
import { changes } from './versions.ts'

interface MatrixPlace {
  readonly matrix: Matrix
  readonly around: readonly string[]
  readonly pointer: string
  readonly sources: readonly (Source | undefined)[]
}

interface Written {
  readonly version: Template
  readonly matrix: Matrix
  /** Makes a value of that version one of the present. */
  readonly convert?: (value: Json) => Json | undefined
}

/** What a matrix was in an earlier version, if its values can stand beside the present ones. */
export const matrixIn = (matrix: Matrix, later: Template, version: Template): Written | undefined => {
  if (later.hash === version.hash) return { version, matrix }
  const origin = originsOf(version, later).get(matrix.path.join('.'))
  if (origin?.block.block !== 'matrix') return undefined
  const { cell } = origin.block
  const found = { version, matrix: origin.block }
  if (!changes(origin.former)) return isSame(matrix.cell, cell, version.lists) ? found : undefined
  const before = { field: cell, lists: version.lists }
  const now = { field: matrix.cell, lists: later.lists }
  return { ...found, convert: (value) => convertValue(value, before, now, origin.former) }
}

/** A column with its key in each version that has it. */
interface MatrixColumn {
  readonly head: Head
  readonly version: Template
  readonly keys: Map<string, string>
}

/** The present columns, then those that only earlier versions have. */
const columnsIn = (written: readonly Written[]): readonly MatrixColumn[] => {
  const columns: MatrixColumn[] = []
  for (const { version, matrix } of written)
    for (const head of matrix.columns) {
      const known =
        columns.find((column) => column.head.was === head.key) ?? columns.find((column) => column.head.key === head.key)
      if (known && !known.keys.has(version.hash)) known.keys.set(version.hash, head.key)
      else columns.push({ head, version, keys: new Map([[version.hash, head.key]]) })
    }
  return columns
}

/** A row for each row of a matrix of each submission. Columns that are titled by the answers tell their titles in each row. */
export const matrixSheet = (matrix: Matrix, { versions, keys, styles, form }: Planning): SheetPlan => {
  const { own, earlier } = versions
  const written = [own, ...earlier].flatMap((version) => matrixIn(matrix, own, version) ?? [])
  const answers = columnsIn(written).map(({ head, version, keys: keyIn }): AnswerColumn => {
    const label = version === own ? nameOfHead(head) : `${nameOfHead(head)}（${version.version} 版）`
    const headed = { field: matrix.cell, group: matrix.title, label, lists: own.lists, adds: matrix.totals.columns }
    const sources = written.flatMap((one): readonly (readonly [string, Source])[] => {
      const key = keyIn.get(one.version.hash)
      return key === undefined ? [] : [[one.version.hash, cellSource(one, { matrix, lists: own.lists }, key, form)]]
    })
    return { ...headedColumn(styles, headed), sources: new Map(sources) }
  })
  const isTitled = written.some((one) => one.matrix.columns.some(({ titleFrom, groupFrom }) => titleFrom ?? groupFrom))
  const row = fixedColumn(styles, matrix.title, matrix.corner || '项目', 24, '@')
  const titles = isTitled ? [fixedColumn(styles, matrix.title, '各列名称', 24, '@')] : []
  const places = new Map(
    written.map(({ version, matrix: held }): readonly [string, MatrixPlace] => [
      version.hash,
      {
        matrix: held,
        around: held.path.map((_, i) => pointerOf(held.path.slice(0, i + 1))),
        pointer: pointerOf(held.path),
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
