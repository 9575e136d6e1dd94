import { type Answers, placesOf, type Template, valueAt } from '@policyforms/core'
import { fieldsOf } from '../book/fields-of.ts'

/** Whether answers came with values that are computed: what is read back then has them too. */
export const holdsComputed = (template: Template, answers: Answers): boolean =>
  fieldsOf(template).some(
    ({ compute, path }) => compute && placesOf(answers, path).some((place) => valueAt(answers, place) !== undefined),
  )
