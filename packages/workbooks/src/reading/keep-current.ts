import {
  type Answers,
  fieldKindOf,
  type Json,
  keysOf,
  type Path,
  type Pointer,
  placesOf,
  type Template,
  valueAt,
  walkLeaves,
  withValue,
} from '@policyforms/core'

/** What a workbook could not tell. */
export interface Untold {
  /** Answers whose cells hold something that could not be read. */
  readonly unread: ReadonlySet<Pointer>
  /** Fields and tables whose sheet is gone. */
  readonly absent: readonly Path[]
}

type Place = readonly (string | number)[]

const put = (answers: Answers, place: Place, value: Json | undefined): Answers =>
  value === undefined ? answers : (withValue(answers, place, value) as Answers) // an object stays one

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
  answers: Answers,
  current: Answers,
  { unread, absent }: Untold,
): Answers => {
  const withAbsent = absent.reduce<Answers>((so, path) => put(so, path, valueAt(current, path)), answers)
  const withUnread = [...unread].reduce<Answers>((so, at) => {
    const keys = keysOf(at)
    return isAligned(keys, answers, current) ? put(so, keys, valueAt(current, keys)) : so
  }, withAbsent)
  return withEdges(template, withUnread, current)
}

/** Reading trims texts; one that was only trimmed is left as it was. */
const withEdges = (template: Template, answers: Answers, current: Answers): Answers =>
  walkLeaves(template)
    .filter(({ field }) => field.kind === 'text' || field.kind === 'narrative')
    .flatMap(({ path, field }) => placesOf(answers, path).map((place) => ({ place, field })))
    .reduce<Answers>((so, { place, field }) => {
      const [now, then] = [valueAt(so, place), valueAt(current, place)]
      if (typeof then !== 'string' || now === then) return so
      const parsed = fieldKindOf(field).parse(then, field, template.lists)
      return 'value' in parsed && parsed.value === now ? put(so, place, then) : so
    }, answers)
