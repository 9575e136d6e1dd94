import {
  type Answers,
  changing,
  fieldKindOf,
  keysOf,
  type Path,
  type Pointer,
  placesOf,
  type Template,
  valueAt,
  walkLeaves,
} from '@policyforms/core'

/** What a workbook could not tell. */
export interface Untold {
  /** Answers whose cells hold something that could not be read. */
  readonly unread: ReadonlySet<Pointer>
  /** Fields and tables whose sheet is gone. */
  readonly absent: readonly Path[]
}

type Place = readonly (string | number)[]

/** A row of the sheet is a row of the draft as long as there are as many. */
const isAligned = (keys: readonly string[], answers: Answers, current: Answers): boolean => {
  const row = keys.findIndex((key) => /^\d+$/.test(key))
  if (row < 0) return true
  const [now, then] = [answers, current].map((some) => valueAt(some, keys.slice(0, row)))
  return Array.isArray(now) && Array.isArray(then) && now.length === then.length
}

/** The answers read, with what the draft says wherever the workbook could not tell: nothing is lost for a fault's sake. */
export const keepCurrent = (
  template: Template,
  given: Answers,
  current: Answers,
  { unread, absent }: Untold,
): Answers => {
  const { answers, put } = changing(given)
  const keep = (place: Place) => {
    const value = valueAt(current, place)
    if (value !== undefined) put(place, value)
  }
  absent.forEach(keep)
  for (const at of unread) if (isAligned(keysOf(at), answers, current)) keep(keysOf(at))
  for (const place of trimmed(template, answers, current)) keep(place)
  return answers
}

/** Reading trims texts; one that was only trimmed is left as it was. */
const trimmed = (template: Template, answers: Answers, current: Answers): readonly Place[] =>
  walkLeaves(template)
    .filter(({ field }) => field.kind === 'text' || field.kind === 'narrative')
    .flatMap(({ path, field }) =>
      placesOf(answers, path).filter((place) => {
        const [now, then] = [valueAt(answers, place), valueAt(current, place)]
        if (typeof then !== 'string' || now === then) return false
        const parsed = fieldKindOf(field).parse(then, field, template.lists)
        return 'value' in parsed && parsed.value === now
      }),
    )
