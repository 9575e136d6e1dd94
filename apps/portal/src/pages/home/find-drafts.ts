import type { DraftState, DraftSummary } from '@policyforms/core'
import { hasWords } from '../../parts/has-words.ts'

export type Wanted = DraftState | 'all'

export const states: readonly { readonly key: Wanted; readonly label: string }[] = [
  { key: 'all', label: '全部' },
  { key: 'draft', label: '待完成' },
  { key: 'submitted', label: '已提交' },
]

export const isIn = ({ state }: DraftSummary, wanted: Wanted): boolean => wanted === 'all' || state === wanted

/** Every word is found in the draft's title, its template or its jurisdiction. */
export const matchesWords = ({ title, templateTitle, pack }: DraftSummary, words: string): boolean =>
  hasWords(`${title} ${templateTitle} ${pack.name}`, words)
