import { isObject, type Json, property, valueAt } from '@policyforms/core'
import { followInExample, type Keys, setValue } from '@policyforms/core/editing'
import { namesIn } from './examples.ts'
import { type Change, followOutside } from './follow-names.ts'
import type { Files } from './history.ts'
import { parsed } from './outline.ts'

/** The expressions of an indicator's source, over the answers of one template. */
const ofSource = ['year', 'place', 'when', 'value'] as const

const sourcesOf = (value: Json | undefined, template: string, keys: Keys): readonly Keys[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => sourcesOf(item, template, [...keys, i]))
  if (!isObject(value)) return []
  const below = Object.entries(value).flatMap(([key, item]) => sourcesOf(item, template, [...keys, key]))
  return value.template === template ? [keys, ...below] : below
}

const inIndicators = (text: string, template: string, follow: (expression: string) => string): string =>
  sourcesOf(parsed(text), template, []).reduce(
    (so, source) =>
      ofSource.reduce((now, keyword) => {
        const written = property(valueAt(parsed(now), source), keyword)
        const next = typeof written === 'string' ? follow(written) : written
        return next === written ? now : setValue(now, [...source, keyword], next)
      }, so),
    text,
  )

/**
 * The files of a pack after what is in a template has got other keys or places: the template as it reads now, its examples
 * and the indicators that take from it. Nothing else names a field.
 */
export const followInFiles = (files: Files, file: string, next: string, changes: readonly Change[]): Files => {
  const { pack, template } = namesIn(file)
  const before = files.get(file) ?? ''
  const follow = (path: string, text: string): string => {
    if (path === file) return next
    if (path.startsWith(`${pack}/examples/${template}/`))
      return changes.flatMap(({ places }) => places).reduce((so, place) => followInExample(so, ...place), text)
    if (path !== `${pack}/indicators.json`) return text
    return changes.reduce((so, change) => inIndicators(so, template, (one) => followOutside(one, before, change)), text)
  }
  return new Map([...files].map(([path, text]) => [path, follow(path, text)]))
}
