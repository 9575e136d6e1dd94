import { type Field, fieldKindOf, type Lists, textOfJson } from '@policyforms/core'
import type { Reading } from './use-typed-text.ts'

/** Digits that a JSON number holds exactly, whatever they are. */
const exactDigits = 15

const isExact = (text: string): boolean =>
  text.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '').length <= exactDigits

/** The number with all its places and no separators, never with an exponent. */
const plain = (value: number): string =>
  value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })

const placesOf = (value: number): number => plain(value).split('.')[1]?.length ?? 0

/** Text as it stands. */
export const asText: Reading = {
  read: (text) => (text === '' ? undefined : text),
  show: (value) => (value === null ? '' : textOfJson(value)),
}

/**
 * Text that its kind understands. What it does not understand is kept as it was typed: it comes back after a reload,
 * and the checks say what is wrong with it.
 */
export const asParsed = (field: Field, lists: Lists): Reading => {
  const kind = fieldKindOf(field)
  return {
    read: (text) => {
      if (text.trim() === '') return undefined
      const parsed = kind.parse(text, field, lists)
      return 'value' in parsed ? parsed.value : text
    },
    show: (value) => (value === undefined || value === null ? '' : kind.show(value, field, lists)),
  }
}

/** A number: grouped when at rest, plain in use, kept as text when a JSON number would round it. */
export const asNumber = (field: Field, lists: Lists): Reading => {
  const parsed = asParsed(field, lists)
  return {
    read: (text) => (isExact(text) ? parsed.read(text) : text),
    show: (value, inUse) => {
      if (typeof value !== 'number') return parsed.show(value, inUse)
      if (inUse) return plain(value)
      // More places than allowed are an issue to be seen, not something to be rounded away.
      return placesOf(value) > (field.places ?? 0) ? plain(value) : parsed.show(value, inUse)
    },
  }
}

/** A date or month: in words at rest, 2024-03-05 in use. */
export const asDate = (field: Field, lists: Lists): Reading => {
  const parsed = asParsed(field, lists)
  return {
    read: parsed.read,
    show: (value, inUse) => (inUse ? asText.show(value, inUse) : parsed.show(value, inUse)),
  }
}

/** The text of a part of a value, such as 其他 or one end of a period, goes through the kind of that part. */
export const partOf = (field: Field, key: string, kind: Field['kind']): Field => ({
  ...field,
  kind,
  key: `${field.key}.${key}`,
})
