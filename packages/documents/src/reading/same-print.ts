import { type Field, fieldKindOf, filesOf, type Json, type Lists, property } from '@policyforms/core'

const isSet = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const sorted = (value: Json | undefined): string =>
  isSet(value) ? JSON.stringify(value.toSorted()) : JSON.stringify(value ?? null)

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Boxes are ticked in no order. */
const isSameChoice = (one: Json, other: Json): boolean => {
  const [own, others] = [property(one, 'choices') ?? one, property(other, 'choices') ?? other]
  return (
    isSet(own) && sorted(own) === sorted(others) && sorted(property(one, 'other')) === sorted(property(other, 'other'))
  )
}

/**
 * The earlier answer where the file prints the same: paper does not tell 1.005 from 1.01 where two places are printed,
 * and nobody changed it.
 */
export const keptAsPrinted = (
  read: Json | undefined,
  earlier: Json | undefined,
  field: Field,
  lists: Lists,
): Json | undefined => {
  if (read === undefined || earlier === undefined || earlier === null) return read
  // Files are known by more than their names, which is all that print shows of them.
  if (filesOf(read).length > 0) return read
  const { show } = fieldKindOf(field)
  const isSame = isSameChoice(read, earlier) || plain(show(read, field, lists)) === plain(show(earlier, field, lists))
  return isSame ? earlier : read
}
