import type {
  Answers,
  Comparison,
  FormCheck,
  Issue,
  OutlineReading,
  SheetPicture,
  SheetPreview,
  Template,
  WorkingFile,
} from '@policyforms/core'
import { settle, validate } from '@policyforms/core'
import type { Report } from '@policyforms/documents'
import type { FileStore } from '../files/file-store.ts'
import type { Sides } from '../moving/compare-sides.ts'
import type { Beside } from '../moving/look-at-pack.ts'
import type { PackToSend } from '../moving/pack-zip.ts'
import type { NewPack, NewPackOf } from '../new-pack/new-pack.ts'
import type { NewTemplateOf } from '../new-pack/new-template.ts'
import type { Store, Who } from '../store/store.ts'
import type { FormsOf } from '../workshop/check-forms.ts'
import { type Examination, examine } from '../workshop/examine.ts'
import type { ArrivingForm } from '../workshop/form-refusal.ts'
import { isOf } from '../workshop/pack-folder.ts'
import { compiledNow, type PreviewOf } from '../workshop/preview.ts'
import { countStatistics } from './count-statistics.ts'
import { submissions, writeSummary } from './write-summary.ts'

/** What a worker works with: its own connection, for reading only, so that the main thread never copies answers. */
export interface Tools {
  readonly store: Store
  readonly files: FileStore
  /** Tells how many items are done. */
  progress(done: number): void
}

// Each library is loaded by the first job that needs it: a worker that writes Word never loads the one for Excel, and
// one that only prints knows nothing of outlines, edits and comparisons.
const printing = () => import('@policyforms/documents/print')
const documents = () => import('@policyforms/documents')
const workbooks = () => import('@policyforms/workbooks')

interface OfDraft {
  readonly who: Who
  readonly id: string
  readonly today: string
}

interface Blank {
  readonly template: Template
  readonly today: string
}

const load = async ({ store }: Tools, who: Who, id: string) => {
  const draft = await store.draft(who, id)
  const template = draft && (await store.template(draft.hash))
  if (!draft || !template) throw new Error(`Draft ${id} is not in the store`)
  return { draft, template }
}

/** What was read, with what is wrong with the answers in it. What could not be read is named already, with its place. */
const preview = (template: Template, answers: Answers, issues: readonly Issue[], today: string): SheetPreview => {
  const read = settle(template, answers, { today }).answers
  const named = new Set(issues.map((issue) => issue.at))
  return { answers, issues: [...issues, ...validate(template, read, { today }).filter(({ at }) => !named.has(at))] }
}

const picturesOf = async (tools: Tools, who: Who, id: string) => {
  const files = new Map((await tools.store.files(who, id)).map((file) => [file.id, file.sha256]))
  return async (file: string) => {
    const sha256 = files.get(file)
    return sha256 === undefined ? undefined : tools.files.read(sha256)
  }
}

interface TemplateToJoin {
  readonly wanted: NewTemplateOf
  readonly own: readonly WorkingFile[]
  readonly schemas: string
}

const knownIn = async (schemas: string) => (await import('@policyforms/core/node')).readSchemas(schemas)

const orRefused = async (making: Promise<NewPack>): Promise<NewPack | { readonly refused: string }> => {
  const { PackRefused } = await import('../new-pack/new-pack.ts')
  return making.catch((error) => {
    if (error instanceof PackRefused) return { refused: error.message }
    throw error
  })
}

/** Work that takes long enough to be kept off the main thread. Names and values cross to the worker as they are. */
export const jobs = {
  /** What an outline says, or the sentence that says why it cannot be read. */
  readOutline: async (_: Tools, given: Uint8Array | string): Promise<OutlineReading | { readonly refused: string }> => {
    const { readOutline } = await import('../new-pack/read-outline.ts')
    const { OutlineRefused } = await documents()
    try {
      return await readOutline(given)
    } catch (error) {
      if (error instanceof OutlineRefused) return { refused: error.message }
      throw error
    }
  },
  newPack: async (_: Tools, { wanted, schemas }: { readonly wanted: NewPackOf; readonly schemas: string }) => {
    const { newPack } = await import('../new-pack/new-pack.ts')
    return orRefused(newPack(wanted, await knownIn(schemas)))
  },
  /** A template for a working copy: its files as they are now, among what the folder has. */
  newTemplate: async (_: Tools, { wanted, own, schemas }: TemplateToJoin) => {
    const { newTemplate } = await import('../new-pack/new-template.ts')
    const others = (await knownIn(schemas)).filter((file) => !isOf(wanted.pack)(file))
    return orRefused(newTemplate(wanted, [...others, ...own]))
  },

  packZip: async (_: Tools, pack: PackToSend): Promise<Uint8Array> =>
    (await import('../moving/pack-zip.ts')).writePackZip(pack),
  openPack: async (_: Tools, given: { readonly bytes: Uint8Array; readonly as?: string }) =>
    (await import('../moving/look-at-pack.ts')).openPack(given),
  examineArrival: async (_: Tools, given: Beside) => (await import('../moving/look-at-pack.ts')).examineArrival(given),

  compare: async (_: Tools, sides: Sides): Promise<Comparison> =>
    (await import('../moving/compare-sides.ts')).compareSides(sides),
  differencesWord: async (_: Tools, { today, ...sides }: Sides & { readonly today: string }): Promise<Uint8Array> => {
    const { compareSides } = await import('../moving/compare-sides.ts')
    return (await documents()).writeDifferences(await compareSides(sides), { today })
  },

  examine: ({ store }: Tools, input: Examination) => examine(store, input),

  /** Of a template that is being changed; undefined while it has errors. */
  previewWord: async (_: Tools, input: PreviewOf): Promise<Uint8Array | undefined> => {
    const template = await compiledNow(input)
    return template && (await printing()).printWord(template, input.answers, { today: input.today })
  },
  previewSheet: async (_: Tools, input: PreviewOf): Promise<readonly SheetPicture[] | undefined> => {
    const template = await compiledNow(input)
    return template && (await workbooks()).pictureOfSheet(template, input.answers, { today: input.today })
  },

  /** Why a Word file cannot be an office's own, as a sentence; undefined when it can. */
  formRefusal: async (_: Tools, form: ArrivingForm): Promise<string | undefined> =>
    (await import('../workshop/form-refusal.ts')).formRefusal(form),
  checkForms: async (_: Tools, input: FormsOf): Promise<readonly FormCheck[]> =>
    (await import('../workshop/check-forms.ts')).checkForms(input),

  /** Which patterns can be run on whatever is typed; the analysis of a bad one takes seconds. */
  judgePatterns: async (_: Tools, patterns: readonly string[]): Promise<Readonly<Record<string, boolean>>> => {
    const { engines } = await import('@policyforms/core/node')
    return Object.fromEntries(patterns.map((pattern) => [pattern, engines.isSafePattern(pattern)]))
  },
  redline: async (
    tools: Tools,
    { who, id, today, from, to }: OfDraft & { readonly from: number; readonly to?: number },
  ): Promise<Uint8Array> => {
    const { draft, template } = await load(tools, who, id)
    const before = await tools.store.answersAt(who, id, from)
    const after = to === undefined ? draft.answers : await tools.store.answersAt(who, id, to)
    if (before === 'missing' || after === 'missing') throw new Error(`Draft ${id} has no such revision`)
    const pictures = await picturesOf(tools, who, id)
    return (await documents()).writeRedline(template, before, after, { today, pictures })
  },
  compilation: async (
    tools: Tools,
    { who, ids, template, today }: { readonly who: Who; readonly ids: readonly string[] } & Blank,
  ): Promise<Uint8Array> => {
    const reports: Report[] = []
    for await (const draft of submissions(tools, who, ids)) {
      const own = await tools.store.template(draft.hash)
      const { submittedAt: submittedOn, title, answers } = draft
      const pictures = await picturesOf(tools, who, draft.id)
      reports.push({ title, answers, pictures, ...(own && { template: own }), ...(submittedOn && { submittedOn }) })
    }
    return (await documents()).writeCompilation(template, reports, { today, onProgress: tools.progress })
  },
  word: async (tools: Tools, { who, id, today }: OfDraft): Promise<Uint8Array> => {
    const { draft, template } = await load(tools, who, id)
    const pictures = await picturesOf(tools, who, id)
    return (await printing()).printWord(template, draft.answers, { today, pictures })
  },
  sheet: async (tools: Tools, { who, id, today }: OfDraft): Promise<Uint8Array> => {
    const { draft, template } = await load(tools, who, id)
    return (await workbooks()).writeSheet(template, draft.answers, { today })
  },
  readWord: async (
    tools: Tools,
    { who, id, today, bytes }: OfDraft & { readonly bytes: Uint8Array },
  ): Promise<SheetPreview> => {
    const { draft, template } = await load(tools, who, id)
    const files = (await tools.store.files(who, id)).map(({ id, name, size }) => ({ id, name, size }))
    const { readBook } = await documents()
    const { answers, issues } = readBook(template, bytes, { today, files, current: draft.answers })
    return preview(template, answers, issues, today)
  },
  readSheet: async (
    tools: Tools,
    { who, id, today, bytes }: OfDraft & { readonly bytes: Uint8Array },
  ): Promise<SheetPreview> => {
    const { template, draft } = await load(tools, who, id)
    const files = (await tools.store.files(who, id)).map(({ id, name, size }) => ({ id, name, size }))
    const { readSheet, versionOf } = await workbooks()
    const hash = versionOf(bytes)?.hash ?? template.hash
    const earlier = hash === template.hash ? undefined : await tools.store.template(hash)
    return readSheet(template, bytes, { today, files, current: draft.answers, ...(earlier && { earlier }) })
  },
  markSheet: async (
    tools: Tools,
    { who, id, bytes, issues }: OfDraft & { readonly bytes: Uint8Array; readonly issues: readonly Issue[] },
  ): Promise<Uint8Array> => {
    const { template } = await load(tools, who, id)
    return (await workbooks()).markIssues(bytes, issues, template)
  },
  summary: writeSummary,
  statistics: countStatistics,
  blankWord: async (_: Tools, { template, today }: Blank): Promise<Uint8Array> =>
    (await printing()).printWord(template, {}, { today }),
  blankSheet: async (_: Tools, { template, today }: Blank): Promise<Uint8Array> =>
    (await workbooks()).writeSheet(template, {} satisfies Answers, { today }),
}

type Jobs = typeof jobs
export type JobName = keyof Jobs
export type InputOf<K extends JobName> = Parameters<Jobs[K]>[1]
export type ResultOf<K extends JobName> = Awaited<ReturnType<Jobs[K]>>
