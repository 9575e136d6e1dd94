import type { ValidateFunction } from 'ajv/dist/2020.js'
import { validators } from '../../generated/dialect.js'

/** In a page no code can be made, so there are only the validators that were made ahead. */
export const validatorOf = (ref: string): ValidateFunction | undefined => validators[ref]
