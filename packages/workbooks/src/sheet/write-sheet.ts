import { type Answers, placesOf, type Template, valueAt, withPresets } from '@policyforms/core'
import { type Book, styleBook } from '../book/book.ts'
import { bytesOfBook } from '../book/write-book.ts'
import { leavesOf } from '../layout/leaves.ts'
import { planSheets, type SheetPlan } from '../layout/plan.ts'
import { type Reference, referenceBook, referencesOf } from '../layout/references.ts'
import { type Drafting, type Drawn, valuesIn } from './drafting.ts'
import { drawFields } from './draw-fields.ts'
import { drawGuide } from './draw-guide.ts'
import { drawMatrix } from './draw-matrix.ts'
import { drawTable } from './draw-table.ts'
import { headOf } from './notes.ts'
import { optionsBook, optionsFrame, optionsRows } from './options.ts'
import { mapFrame, mapRows } from './sheet-map.ts'

const draw = (plan: SheetPlan, answers: Answers, drafting: Drafting): Drawn => {
  switch (plan.plan) {
    case 'fields':
      return drawFields(plan, drafting)
    case 'table': {
      const rows = valueAt(answers, plan.table.path)
      return drawTable(plan, Array.isArray(rows) ? rows.length : 0, drafting)
    }
    case 'matrix':
      return drawMatrix(plan, drafting)
  }
}

const printedHead = ({ slot }: Reference): string => (slot.leaf.table ? headOf(slot.label, slot.leaf.field) : '')

/** The fill-in workbook of a template, with the answers so far. Hidden answers stay in it; `today` is YYYY-MM-DD. */
export const writeSheet = (
  template: Template,
  answers: Answers | undefined,
  { today }: { readonly today: string },
): Promise<Uint8Array> => bytesOfBook(sheetBook(template, answers ?? {}, today))

const sheetBook = (template: Template, given: Answers, today: string): Book => {
  const answers = withPresets(template, given)
  const plans = planSheets(template, answers)
  const [styles, options] = [styleBook(), optionsBook()]
  const drafting: Drafting = {
    template,
    styles,
    options,
    references: referenceBook(plans),
    ...valuesIn(template, answers, today),
  }
  const drawn = [drawGuide(plans, drafting), ...plans.map((plan) => draw(plan, answers, drafting))]
  const references = plans.flatMap(referencesOf).filter(({ slot }) => !slot.leaf.field.compute)
  const rows = [
    ...drawn.map((one, sheet) => one.rows(sheet)),
    optionsRows(options, drawn.length, styles),
    mapRows(template, references, printedHead, holdsComputed(template, given), drawn.length + 1, styles),
  ]
  const frames = [...drawn.map(({ frame }) => frame), optionsFrame(options), mapFrame]
  return { title: template.title, today, sheets: frames, styles: styles.styles, rows }
}

/** Whether the answers came with computed values: then they go back with them, and without them otherwise. */
const holdsComputed = (template: Template, answers: Answers): boolean =>
  leavesOf(template)
    .filter(({ field }) => field.compute)
    .some(({ path }) => placesOf(answers, path).some((place) => valueAt(answers, place) !== undefined))
