import type { DraftState, DraftSummary } from '@policyforms/core'

export type Wanted = DraftState | 'all'

export const states: readonly { readonly key: Wanted; readonly label: string }[] = [
  { key: 'all', label: '全部' },
  { key: 'draft', label: '待完成' },
  { key: 'submitted', label: '已提交' },
]

/** Every word is found in the draft's title, its template or its jurisdiction. */
export const matchesWords = (draft: DraftSummary, words: string): boolean => {
  const text = `${draft.title} ${draft.templateTitle} ${draft.pack.name}`.normalize('NFKC').toLowerCase()
  return words
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
