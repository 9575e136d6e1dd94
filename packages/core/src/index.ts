export { type Changing, changing } from './answers/changing.ts'
export { clausesAt } from './answers/clauses-at.ts'
export { exampleDay } from './answers/example-day.ts'
export {
  type Band,
  bandsOf,
  columnHeads,
  headsOf,
  isGrouped,
  type MatrixLine,
  type MatrixLines,
  matrixLines,
  nameOfHead,
  type PrintedHead,
  type PrintedHeads,
  plainMatrixLines,
} from './answers/heads-of.ts'
export { type Answers, isObject, type Json, type JsonObject, property, textOfJson } from './answers/json.ts'
export { type FileMatcher, fileMatcher } from './answers/match-files.ts'
export { type NumberedRow, withRowsNamed } from './answers/name-rows.ts'
export { isNone, noneOf, nonesToWrite, printsNone, tablePrintsNone } from './answers/nones.ts'
export { keysOf, type Pointer, placesOf, pointerOf, valueAt, withValue } from './answers/pointer.ts'
export { type AnswersFile, MissingBase, readAnswers } from './answers/read-answers.ts'
export { liveLists, placesReferring, rowIds, rowNumber, withRowIds } from './answers/rows.ts'
export {
  isHidden,
  judge,
  type Place,
  prefill,
  type Settled,
  settle,
  withComputed,
  withPresets,
} from './answers/settle.ts'
export { titleOfAnswers } from './answers/title-of.ts'
export { isBlank, type ValidateOptions, validate } from './answers/validate.ts'
export { type FileAnswer, filesOf } from './fields/attachment.ts'
export { listOf } from './fields/choice.ts'
export type { Fault, FieldKind, JsonSchema, Lists, None, Parsed } from './fields/field-kind.ts'
export { fieldKindOf, fieldKinds, isKind, type Kind } from './fields/index.ts'
export { leavesOf } from './fields/option-text.ts'
export { isRowId } from './fields/row-text.ts'
export { charactersOf, lengthOf } from './fields/text.ts'
export { isScheme, normalizeIdentifier, type Scheme, type SchemeName, schemes } from './identifiers/checks.ts'
export type { ActualSource, Combine, Indicator, Indicators, Target } from './indicators/indicator.ts'
export { type Measure, type MeasuredSubmission, measureIndicators } from './indicators/measure-indicators.ts'
export { english } from './issues/en.ts'
export type { AnswerCode, CaseCode, Issue, IssueCode, PackCode, WorkbookCode } from './issues/issue.ts'
export { nearest } from './issues/nearest.ts'
export { citation, labelAt, labelsAt, sentence } from './issues/sentence.ts'
export { wordsOf, yuanIn } from './numbers/amount-in-words.ts'
export { chineseDate, chineseNumber } from './numbers/chinese.ts'
export { Exact, grouped, parseNumber, placesOfNumber, roundHalfUp } from './numbers/decimal.ts'
export type { Office } from './pack/check-jurisdiction.ts'
export type { Difference } from './pack/compare-packs.ts'
export { addDays, addMonths, isIsoDate } from './rules/calendar.ts'
export { type Budget, evaluate, newBudget, type Scope, withinBudget } from './rules/evaluate.ts'
export type { BinaryOperator, Expression, Macro, RuleType, Term, UnaryOperator } from './rules/expression.ts'
export { type Naming, termInWords, type Words } from './rules/in-words.ts'
export { namingAt } from './rules/naming-at.ts'
export { scopeAt } from './rules/scope.ts'
export { jsonOf, ruleValue, type Value } from './rules/value.ts'
export { type Carrier, type Cited, carriersIn } from './template/carriers.ts'
export { type CodeEntry, type CodeList, leafOf, titleOf, trailsOf } from './template/code-list.ts'
export { type Column, type ColumnChoice, chooseColumns, columnsOf, type UnknownColumn } from './template/columns.ts'
export { partNames } from './template/part-names.ts'
export { aboutRowId, plainSchema } from './template/plain-schema.ts'
export { numberedAsShown, shownNumbers } from './template/shown-numbers.ts'
export {
  columnInRow,
  columnInSums,
  type Heights,
  heightsOf,
  linesOf,
  namingColumn,
  rowName,
  type SumLine,
  sumLabel,
  type TableLine,
} from './template/table-lines.ts'
export type * from './template/template.ts'
export {
  blockAt,
  childrenOf,
  type Leaf,
  matrixCells,
  numberedTables,
  referringFields,
  walkBlocks,
  walkLeaves,
} from './template/walk.ts'
export { type BreakingChange, breakingChanges } from './versions/breaking-changes.ts'
export { type Carried, type CarryNote, carryAnswers } from './versions/carry-answers.ts'
export { convertValue } from './versions/convert-value.ts'
export { differenceCells, differenceSentence } from './versions/difference-sentence.ts'
export { facetNames } from './versions/facet-names.ts'
export { originsOf } from './versions/former-paths.ts'
export type * from './wire.ts'
export type * from './wire-moving.ts'
export type * from './wire-outline.ts'
export type * from './wire-workshop.ts'
