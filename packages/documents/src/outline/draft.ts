export type { Confidence, DraftNode, DraftSettling, Evidence, OutlineDraft as Draft, Question } from '@policyforms/core'
