import { checkAttachments } from './checks/attachments.ts'
import { checkByHand } from './checks/by-hand.ts'
import type { Check } from './checks/check.ts'
import { checkFigures } from './checks/figures.ts'
import { checkNumbering, checkOrder } from './checks/headings.ts'
import { checkIndents, checkLines } from './checks/lines.ts'
import { checkPage } from './checks/page.ts'
import { checkPageNumbers } from './checks/page-numbers.ts'
import { checkPunctuation } from './checks/punctuation.ts'
import { checkTables, checkType } from './checks/type.ts'
import { counted, type Finding, type Standard } from './finding.ts'
import { openWord } from './parts.ts'
import { readDocument } from './read-document.ts'
import { rolesOf, standardOf } from './roles.ts'

export interface Inspection {
  /** What the file was held against: as asked, or as it looks. */
  readonly standard: Standard
  readonly paragraphs: number
  readonly findings: readonly Finding[]
}

/** In the order in which they are told. */
const checks: readonly Check[] = [
  checkPage,
  checkPageNumbers,
  checkLines,
  checkType,
  checkNumbering,
  checkOrder,
  checkIndents,
  checkPunctuation,
  checkFigures,
  checkAttachments,
  checkTables,
  checkByHand,
]

/**
 * What departs from GB/T 9704-2012 in a Word file of anybody's. Throws OutlineRefused, with a sentence, for what is no
 * Word file, or a hostile one.
 */
export const inspectWord = (bytes: Uint8Array, standard?: Standard): Inspection => {
  const document = readDocument(openWord(bytes))
  const inspected = { ...document, roles: rolesOf(document), standard: standard ?? standardOf(document) }
  return {
    standard: inspected.standard,
    paragraphs: document.paragraphs.length,
    findings: counted(checks.flatMap((check) => check(inspected))),
  }
}
