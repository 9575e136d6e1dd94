import type { Json } from '@policyforms/core'
import { createContext } from 'react'

/** The records of the list that a value stands in. */
export const Siblings = createContext<readonly Json[]>([])
