import { type Answers, isObject, placesOf, type Template, valueAt, withValue } from '@policyforms/core'

/** Answers as a person gives them. A workbook also holds what its formulas made, which would stand in the way later. */
export const withoutComputed = (template: Template, answers: Answers): Answers => {
  const places = template.derivations
    .filter((derivation) => derivation.is === 'compute')
    .flatMap((derivation) => placesOf(answers, derivation.path))
    .filter((place) => valueAt(answers, place) !== undefined)
  const typed = places.reduce<ReturnType<typeof withValue>>((left, place) => withValue(left, place, undefined), answers)
  return isObject(typed) ? typed : {}
}
