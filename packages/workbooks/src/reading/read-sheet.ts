import {
  type Answers,
  type CarryNote,
  type FileAnswer,
  fileMatcher,
  type Issue,
  settle,
  type Template,
  validate,
  withComputed,
} from '@policyforms/core'
import { partsByPointer } from '../layout/leaves.ts'
import { ownSheets } from '../layout/plan.ts'
import { readMap, type SheetMap } from '../sheet/sheet-map.ts'
import { type CarriedReading, carryReading, droppedCells, partsByAnyPointer } from './earlier-version.ts'
import { type Gathered, gatherAnswers } from './gather.ts'
import { keepCurrent } from './keep-current.ts'
import { type OpenWorkbook, withWorkbook } from './open-workbook.ts'
import { faultIssue, located } from './workbook-issues.ts'

export interface SheetReading {
  /** What could be read: hidden answers kept, blank rows left out, computed values only if the workbook was written with them. */
  readonly answers: Answers
  /** Faults of the workbook and of the answers, each with sheet, cell and pointer as far as it has them. */
  readonly issues: readonly Issue[]
  /** Of a workbook for an earlier version: what became of answers that did not simply stay. */
  readonly notes?: readonly CarryNote[]
}

export interface ReadOptions {
  readonly today: string
  /** Who fills: blocks of other roles are not asked for. */
  readonly role?: string
  /** Uploaded files. Where names repeat, `current` tells which is which. */
  readonly files?: readonly FileAnswer[]
  /** The version that the workbook was made for, if it is not this one: `versionOf` tells its hash. */
  readonly earlier?: Template
  /** What is answered so far: kept where the workbook cannot tell. */
  readonly current?: Answers
}

/**
 * Reads a fill-in workbook back to answers. Nothing is thrown for a file's sake: what is wrong with it is an issue, and
 * what could be read is returned all the same.
 */
export const readSheet = async (template: Template, bytes: Uint8Array, options: ReadOptions): Promise<SheetReading> => {
  const opened = withWorkbook(bytes, (workbook) => readWorkbook(template, workbook, options))
  return 'value' in opened ? opened.value : { answers: {}, issues: [faultIssue(opened.fault)] }
}

const readWorkbook = (template: Template, workbook: OpenWorkbook, options: ReadOptions): SheetReading => {
  const map = mapOf(workbook)
  if (map?.template !== template.id) return { answers: {}, issues: [otherTemplate(map, template)] }
  const { carried, gathered } = readMapped(template, workbook, map, options)
  const kept = options.current ? keepCurrent(template, carried.answers, options.current, gathered) : carried.answers
  const settled = settle(template, kept, options)
  // Computed values are never read from cells.
  const answers = map.holdsComputed ? withComputed(template, kept, settled.answers) : kept
  const rest = validate(template, answers, { ...options, settled })
  const issues = [...versionIssues(map, template), ...gathered.issues, ...carried.issues]
  return {
    answers,
    issues: [...issues, ...remaining(rest, { ...gathered, find: carried.find })],
    ...(carried.notes.length > 0 && { notes: carried.notes }),
  }
}

/** Read by the version that it was made for and carried over; without that version, as far as places agree. */
const readMapped = (
  template: Template,
  workbook: OpenWorkbook,
  map: SheetMap,
  { files, earlier, current }: ReadOptions,
): { readonly carried: CarriedReading; readonly gathered: Gathered } => {
  if (map.hash !== template.hash && earlier?.hash === map.hash) {
    const gathered = gatherAnswers(map, partsByPointer(earlier), earlier, workbook, fileMatcher(files, current))
    return { gathered, carried: carryReading(earlier, template, gathered.answers, gathered.find) }
  }
  const known = map.hash === template.hash ? partsByPointer(template) : partsByAnyPointer(template)
  const gathered = gatherAnswers(map, known, template, workbook, fileMatcher(files, current))
  const issues = map.hash === template.hash ? [] : droppedCells(map, known, workbook)
  return { gathered, carried: { answers: gathered.answers, notes: [], issues, find: gathered.find } }
}

/** Whose workbook it is, before it is read; undefined where it cannot be told. */
export const versionOf = (
  bytes: Uint8Array,
): { readonly template: string; readonly version: string; readonly hash: string } | undefined => {
  const opened = withWorkbook(bytes, mapOf)
  if (!('value' in opened) || !opened.value) return undefined
  const { template, version, hash } = opened.value
  return { template, version, hash }
}

const mapOf = (workbook: OpenWorkbook): SheetMap | undefined => {
  if (!workbook.sheets.has(ownSheets.map)) return undefined
  const rows = workbook.rowsOf(ownSheets.map, { rows: 100_000, columns: 6 })
  return readMap(
    [...rows.values()].map((row) => [1, 2, 3, 4, 5, 6].map((column) => String(row.get(column)?.value ?? ''))),
  )
}

const otherTemplate = (map: SheetMap | undefined, template: Template): Issue => ({
  code: 'workbook-other-template',
  at: '',
  severity: 'error',
  params: { found: map?.title || '其他文件', wanted: template.title },
})

const versionIssues = (map: SheetMap, template: Template): readonly Issue[] =>
  map.hash === template.hash
    ? []
    : [
        {
          code: 'workbook-other-version',
          at: '',
          severity: 'warning',
          params: { found: map.version, wanted: template.version },
        },
      ]

/** A cell that could not be read has had its word: that its answer is missing need not be said again. */
const remaining = (issues: readonly Issue[], { unread, find }: Gathered): readonly Issue[] =>
  issues
    .filter(({ code, at }) => !(unread.has(at) && (code === 'required' || code === 'statement')))
    .map((issue) => located(issue, find))
