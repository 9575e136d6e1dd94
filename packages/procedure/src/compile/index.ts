export { compileProcedure } from './compile-procedure.ts'
