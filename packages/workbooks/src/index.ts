export { markIssues } from './marking/mark-issues.ts'
export { type ReadOptions, readSheet, type SheetReading } from './reading/read-sheet.ts'
export { writeSheet } from './sheet/write-sheet.ts'
export { type Submission, type Submissions, streamSummary, writeSummary } from './summary/write-summary.ts'
