import type { Draft, Saved, SavePatch, SheetPreview } from '@policyforms/core'
import { call } from './call.ts'
import { download } from './download.ts'

const at = (id: string) => `/api/drafts/${encodeURIComponent(id)}`

/** What browsers let a page send while it goes away. */
const keepaliveLimit = 60_000

export const draftPath = at
export const wordPath = (id: string) => `${at(id)}/word`
export const sheetPath = (id: string) => `${at(id)}/sheet`
/** What changed since a revision, as changes that Word tracks. */
export const redlinePath = (id: string, from: number) => `${at(id)}/redline?from=${from}`
export const historyPath = (id: string) => `${at(id)}/history`

export const createDraft = (template: string) => call<Draft>('POST', '/api/drafts', { template })
export const readDraft = (id: string) => call<Draft>('GET', at(id))
export const duplicateDraft = (id: string) => call<Draft>('POST', `${at(id)}/duplicate`)
export const deleteDraft = (id: string) => call<void>('DELETE', at(id))
export const restoreDraft = (id: string) => call<Draft>('POST', `${at(id)}/restore`)
export const submitDraft = (id: string, revision: number) => call<Draft>('POST', `${at(id)}/submit`, { revision })
export const withdrawDraft = (id: string) => call<Draft>('POST', `${at(id)}/withdraw`)

export const newerPath = (id: string) => `${at(id)}/newer`
export const carryDraft = (id: string, revision: number) => call<Draft>('POST', `${at(id)}/carry`, { revision })

export const saveDraft = (id: string, patch: SavePatch, leaving: boolean) => {
  const keepalive = leaving && JSON.stringify(patch).length * 3 < keepaliveLimit
  return call<Saved>('PATCH', at(id), patch, { keepalive })
}

const inForm = (file: File): FormData => {
  const form = new FormData()
  form.append('file', file)
  return form
}

export const isWord = (file: File): boolean => file.name.toLowerCase().endsWith('.docx')

/** A filled workbook, or a Word file that was edited. */
export const readFilled = (id: string, file: File) =>
  call<SheetPreview>('POST', isWord(file) ? wordPath(id) : sheetPath(id), inForm(file))

/** The same workbook, its faulty cells marked, for whoever filled it in. */
export const keepMarkedSheet = (id: string, file: File) =>
  download(`${sheetPath(id)}/marked`, '填报表（已标出问题）.xlsx', inForm(file))
