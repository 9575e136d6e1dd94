export { compileProcedure } from './compile-procedure.ts'
export { type PackReport, packReport } from './pack-report.ts'
