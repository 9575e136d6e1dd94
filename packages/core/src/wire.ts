import type { Answers, Json } from './answers/json.ts'
import type { FileAnswer } from './fields/attachment.ts'
import type { Issue } from './issues/issue.ts'
import type { CarryNote } from './versions/carry-answers.ts'

/*
 * What the portal and the server say to each other over HTTP, as types only. Instants are ISO 8601 in UTC.
 * Every refusal, whatever its status, is a `Refusal`. Bodies over 10 MB are refused with 413.
 *
 * Also answered, without a type of their own here:
 *   GET  /api/packs/:pack/faults            → Issue[]
 *   GET  /api/packs/:pack/procedure         → Procedure of @policyforms/procedure | 404 procedure-missing | 409 procedure-broken
 *   GET  /api/packs/:pack/coverage          → Coverage
 *   GET  /api/templates/:pack/:name         → Template, ETag = its hash
 *   GET  /api/templates/by-hash/:hash       → Template, for ever
 *   GET  /api/templates/:pack/:name/schema.json → plain JSON Schema 2020-12 of what is submitted
 *   GET  /api/templates/:pack/:name/blank.docx and /blank.xlsx
 *   GET  /api/drafts/:id/word               → .docx
 *   GET  /api/drafts/:id/sheet              → the fill-in .xlsx
 *   GET  /api/drafts/:id/files/:file        → the file, as an attachment
 *   GET  /api/drafts/:id/history/:revision  → Answers
 *   GET  /api/drafts/:id/newer              → Difference[], from the version that it is filled by to the present one
 *   GET  /api/drafts/:id/redline?from=N&to=N → .docx: what changed between two revisions, or since one, as tracked changes
 *   GET  /api/health                        → { ok: true }
 */

/** GET /api/packs/:pack/coverage */
export type { Carrier, ClauseCoverage, Coverage, PolicyCoverage } from './pack/coverage.ts'

/** GET /api/session; POST /api/session { name } → 204: what one is called here, without proof. */
export interface Session {
  readonly user: { readonly id: string; readonly name: string }
  readonly workspace: { readonly id: string; readonly name: string }
}

/** GET /api/packs → PackListing[] */
export interface PackListing {
  readonly id: string
  readonly name: string
  /** GB/T 2260. */
  readonly code: string
  /** As the pack says it: national, province, … */
  readonly level: string
  readonly templates: readonly TemplateListing[]
  readonly hasProcedure: boolean
  readonly hasPolicies: boolean
  /** Whether there are targets, against which GET /api/packs/:pack/statistics.xlsx sets what was submitted. */
  readonly hasIndicators?: boolean
  /** How many faults `check` finds in it, errors and warnings. A template with an error is not offered. */
  readonly faults: number
  /** It has not been checked yet: what it has to offer is told later. A template of it can be asked for all the same. */
  readonly isChecking?: boolean
}

export interface TemplateListing {
  /** `pack/template`. */
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly version: string
  readonly hash: string
}

export type DraftState = 'draft' | 'submitted'

/** GET /api/drafts?state=draft|submitted|deleted&q=words → DraftSummary[], last saved first. Without `state`, all but the deleted. */
export interface DraftSummary {
  readonly id: string
  /** `pack/template`. */
  readonly template: string
  /** Of the template's version that it is filled by. */
  readonly hash: string
  readonly templateTitle: string
  readonly pack: { readonly id: string; readonly name: string }
  /** What it is about: the first answer on the cover that is not blank, or the template's title. */
  readonly title: string
  readonly state: DraftState
  readonly revision: number
  readonly createdAt: string
  readonly savedAt: string
  readonly submittedAt?: string
  readonly deletedAt?: string
}

/**
 * POST   /api/drafts              { template }  → 201 Draft, prefilled
 * GET    /api/drafts/:id                        → Draft
 * POST   /api/drafts/:id/duplicate              → 201 Draft
 * DELETE /api/drafts/:id                        → 204; undone by
 * POST   /api/drafts/:id/restore                → Draft
 * POST   /api/drafts/:id/submit   { revision }  → Draft | 409 Conflict | 422 Refusal with issues
 * POST   /api/drafts/:id/withdraw               → Draft
 * POST   /api/drafts/:id/carry    { revision }  → Draft, filled by the present version of its template
 *
 * While it is a draft, `answers` are what was saved, hidden ones included. Once submitted they are what was submitted:
 * hidden answers dropped, computed values filled in. Withdrawing brings back what was saved.
 */
export interface Draft extends DraftSummary {
  readonly answers: Answers
}

/** POST /api/drafts */
export interface NewDraft {
  /** `pack/template`; its version of today. */
  readonly template: string
}

/** PATCH /api/drafts/:id → Saved | 409 Conflict. Allowed with `fetch(…, { keepalive: true })` when a page goes. */
export interface SavePatch {
  /** The revision that these sections were made from. */
  readonly base: number
  /** Whole top-level sections that changed; null takes one away. */
  readonly sections: { readonly [section: string]: Json }
  /** A random name for the tab. What this same tab saved since `base` is no conflict, so a save whose answer was lost can be repeated. */
  readonly tab?: string
  /** Counts up with each save of the tab: a save that arrives after a later one of the same tab does not undo it. */
  readonly turn?: number
}

export interface Saved {
  readonly revision: number
  readonly savedAt: string
  /** The draft's title, which follows the answers. */
  readonly title: string
  /** Sections that others changed since `base`, as they are now (null: taken away). They were not in the patch. */
  readonly others: { readonly [section: string]: Json }
}

/** Nothing was saved: some section was changed by another since `base`, or the draft was submitted or deleted meanwhile. */
export interface Conflict extends Refusal {
  readonly error: 'conflict' | 'submitted' | 'deleted'
  /** As it is now. */
  readonly draft: Draft
  /** The sections that both changed; empty unless `error` is `conflict`. */
  readonly sections: readonly string[]
}

/** GET /api/drafts/:id/history → HistoryEntry[], newest first. */
export interface HistoryEntry {
  readonly revision: number
  readonly at: string
  readonly what: 'created' | 'saved' | 'submitted' | 'withdrawn' | 'carried'
  /** The sections that it changed. */
  readonly sections: readonly string[]
}

/** POST /api/drafts/:id/files, multipart with one file → 201 FileAnswer. The answers must then name it. */
export type Uploaded = FileAnswer

/**
 * POST /api/drafts/:id/sheet, multipart with one filled workbook → what it says. Nothing is saved.
 * POST /api/drafts/:id/word, multipart with one Word file of the draft that was edited → the same.
 * POST /api/drafts/:id/sheet/marked, a workbook again → the workbook with its faulty cells marked and commented.
 */
export interface SheetPreview {
  readonly answers: Answers
  /** Of the file (with sheet and cell, or the place in words) and of the answers in it. */
  readonly issues: readonly Issue[]
  /** Of a workbook for an earlier version: what became of answers that did not simply stay. */
  readonly notes?: readonly CarryNote[]
}

/** What a summary shows, and as what kind of file. */
export interface SummaryLook {
  /** Ids of columns, or of what holds them, in order; see `chooseColumns`. Without it, all. */
  readonly columns?: readonly string[]
  /** A workbook, one CSV of the main list, or a zip with a CSV for each list. Default `xlsx`. */
  readonly format?: 'xlsx' | 'csv' | 'zip'
}

/** What every export of many may be given, to be asked about while it is made: a random name. Hanging up cancels it. */
export interface ExportRequest {
  readonly export?: string
}

/** GET /api/exports/:export → how far it is. */
export interface ExportProgress {
  readonly done: number
  /** 0 before it has begun, and after it has ended. */
  readonly total: number
}

/** POST /api/exports/summary → a file with a row for each. */
export interface SummaryRequest extends ExportRequest, SummaryLook {
  readonly template: string
  readonly ids: readonly string[]
}

/** POST /api/exports/word → .zip with a book for each, streamed. POST /api/exports/compilation → one .docx; all of one template. */
export interface WordRequest extends ExportRequest {
  readonly ids: readonly string[]
}

/** The body of every answer that is not a success. */
export interface Refusal {
  readonly error: RefusalCode
  /** In Chinese: what happened, what is safe, what to do. */
  readonly message: string
  /** With `invalid`: what keeps it from being submitted, and the warnings. */
  readonly issues?: readonly Issue[]
}

export type RefusalCode =
  | 'bad-request'
  | 'not-found'
  | 'template-unknown'
  | 'pack-unknown'
  | 'pack-broken'
  | 'procedure-missing'
  | 'procedure-broken'
  | 'conflict'
  | 'submitted'
  | 'not-submitted'
  | 'deleted'
  | 'unknown-section'
  | 'invalid'
  | 'too-large'
  | 'too-deep'
  | 'file-missing'
  | 'file-empty'
  | 'file-kind'
  | 'file-disguised'
  | 'workbook-unreadable'
  | 'foreign-origin'
  | 'unknown-host'
  | 'disk-full'
  | 'busy'
  | 'failed'
  | 'workshop-missing'
  | 'workshop-conflict'
  | 'workshop-path'
  | 'form-refused'
  | 'outline-unreadable'
  | 'pack-refused'
  | 'import-refused'
  | 'workshop-not-in-review'
  | 'workshop-own-review'
  | 'workshop-changed'
  | 'workshop-not-ready'
  | 'workshop-broken'
