export type { Confidence, DraftNode, Evidence, OutlineDraft as Draft, Question } from '@policyforms/core'
