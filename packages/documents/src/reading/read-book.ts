import {
  type Answers,
  type FileAnswer,
  filesOf,
  type Issue,
  isHidden,
  keysOf,
  placesOf,
  settle,
  type Template,
  valueAt,
  walkBlocks,
  withComputed,
  withPresets,
} from '@policyforms/core'
import { fieldsOf } from '../book/fields-of.ts'
import { documentFault } from '../package/document-fault.ts'
import { type WordFile, withWordFile } from '../package/word-file.ts'
import { fileFinder } from './file-matcher.ts'
import { type Gathered, gatherAnswers } from './gather.ts'
import { type ReadOrigin, readOrigin } from './origin-of.ts'
import { type Owners, ownersOf, readLeaves } from './owners.ts'
import { scanWord } from './scan-word.ts'
import type { Scanned } from './spot.ts'

export interface BookReading {
  readonly answers: Answers
  /** What is wrong with the file, and what in it could not be read: place, text and what would be right. */
  readonly issues: readonly Issue[]
}

export interface ReadBookOptions {
  readonly today: string
  /** What was answered before. The file does not print what is hidden, and holds no files but their names. */
  readonly current?: Answers
  /** Uploaded files, for names that were typed in Word. */
  readonly files?: readonly FileAnswer[]
}

/**
 * Reads a Word file that was written from answers, and edited since, back to answers. Nothing is thrown for a file's
 * sake. What the answers themselves lack is for `validate` to say.
 */
export const readBook = (template: Template, bytes: Uint8Array, options: ReadBookOptions): BookReading => {
  const opened = withWordFile(bytes, (file) => readFile(template, file, options))
  return 'value' in opened ? opened.value : { answers: {}, issues: [documentFault(opened.fault)] }
}

const headersIn = (file: WordFile): readonly Scanned[] =>
  file
    .relations(file.main)
    .filter(({ type }) => type === 'header' || type === 'footer')
    .flatMap(({ type, target }) => {
      const root = file.part(target)
      return root ? [scanWord(root, type === 'header' ? '页眉 ' : '页脚 ')] : []
    })

const readFile = (template: Template, file: WordFile, options: ReadBookOptions): BookReading => {
  const { current: earlier = {}, today, files = [] } = options
  const origin = readOrigin(file)
  const root = file.part(file.main)
  const scanned = root ? [scanWord(root), ...headersIn(file)] : []
  const leaves = readLeaves(template)
  const tables = walkBlocks(template).filter((block) => block.block === 'table')
  const owners = ownersOf(template, leaves, tables)
  const isOurs = scanned.some(({ spots }) => spots.some(({ tag }) => owners(tag)))
  if ((origin && origin.template !== template.id) || !isOurs)
    return { answers: {}, issues: [otherTemplate(origin, template)] }
  const gathered = gatherAnswers(scanned, {
    template,
    leaves,
    tables,
    owners,
    earlier,
    files: fileFinder({
      numbered: origin?.files ?? [],
      standing: fileNumbersIn(scanned, owners),
      uploaded: [...files, ...filesIn(template, earlier)],
      current: earlier,
    }),
    wholeCells: origin?.layout !== 'office',
  })
  const answers = withPresets(template, gathered.answers)
  return {
    answers: origin?.computed ? withComputed(template, answers, settle(template, answers, { today }).answers) : answers,
    issues: [...versionIssues(origin, template), ...gathered.issues, ...missingIssues(template, gathered, options)],
  }
}

const filesIn = (template: Template, answers: Answers): readonly FileAnswer[] =>
  fieldsOf(template).flatMap(({ path }) => placesOf(answers, path).flatMap((place) => filesOf(valueAt(answers, place))))

/** A control that somebody emptied stands for no file any more. */
const fileNumbersIn = (scanned: readonly Scanned[], owners: Owners): ReadonlySet<number> =>
  new Set(
    scanned.flatMap(({ spots }) =>
      spots.flatMap((spot) => {
        const held = owners(spot.tag)
        return held?.is === 'file' && (spot.text.trim() !== '' || spot.isDrawn) ? [held.number] : []
      }),
    ),
  )

const otherTemplate = (origin: ReadOrigin | undefined, template: Template): Issue => ({
  code: 'document-other-template',
  at: '',
  severity: 'error',
  params: { found: origin?.template ?? '其他文件', wanted: template.title },
})

const versionIssues = (origin: ReadOrigin | undefined, template: Template): readonly Issue[] =>
  origin === undefined || origin.hash === template.hash
    ? []
    : [
        {
          code: 'document-other-version',
          at: '',
          severity: 'warning',
          params: { found: origin.version, wanted: template.version },
        },
      ]

/** A place that is hidden has no place in the file, and none is missed. */
const missingIssues = (template: Template, { answers, missing }: Gathered, { today }: ReadBookOptions) => {
  const { hidden } = settle(template, answers, { today })
  return missing
    .filter(({ at }) => !isHidden(hidden, keysOf(at)))
    .map(({ at, title }): Issue => ({ code: 'place-missing', at, severity: 'warning', params: { name: title } }))
}
