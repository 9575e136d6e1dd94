import type { ValidatorType } from '@rjsf/utils'

/**
 * All checks are `validate` of core, the same in the browser, on the server and in a workbook. rjsf asks a validator
 * only to choose among `oneOf` branches and to validate on submit; our schemas have no branches and are not submitted.
 */
export const noValidator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({ errors: [] }),
}
