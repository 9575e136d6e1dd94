export { arbitraryAnswers } from './arbitrary-answers.ts'
