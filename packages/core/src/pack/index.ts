export { exampleDay } from '../answers/example-day.ts'
export { bytesOfBase64, contentOf, isBase64, isFormPath, longestForm } from '../editing/form-files.ts'
export type { Names } from '../rules/translation.ts'
export {
  type CheckedFolder,
  type CompileOptions,
  checkFolder,
  type FormIssues,
  glanceAt,
  type Pack,
} from './check-folder.ts'
export type { Office } from './check-jurisdiction.ts'
export { reservedKeys } from './check-nodes.ts'
export { type IsSafePattern, patternIssues, patternsIn } from './check-patterns.ts'
export type { ProcedureContext } from './check-procedure.ts'
export { comparePacks, type Difference } from './compare-packs.ts'
export { compileSchemas, type Schemas } from './compile-schemas.ts'
export type { Engines } from './compile-template.ts'
export {
  type Carrier,
  type ClauseCoverage,
  type Coverage,
  coverageOf,
  type PolicyCoverage,
} from './coverage.ts'
export { sharedFolders } from './files.ts'
export { fingerprintOf } from './fingerprint.ts'
export { clauseRefs } from './keyword-values.ts'
export { once } from './once.ts'
export type { Policy, PolicyClause } from './pack-files.ts'
export { isPlainlySafe } from './plainly-safe.ts'
export type { ProcedureSource } from './procedure-source.ts'
export { type Files, openShelf, parseChanged, type Shelf, shelfOf, topOf } from './shelf.ts'
export { type Origin, packIssue, readSource, type Source, type SourceFile, tooBig } from './source.ts'
export { typeExpression } from './type-expression.ts'
export { unknownCode } from './unfinished.ts'
