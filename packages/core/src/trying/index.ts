export { exampleDay } from '../answers/example-day.ts'
export { changesFrom, derivedExample, exampleOf, expectedIssues } from './example-files.ts'
export { sampleAnswers } from './sample-answers.ts'
