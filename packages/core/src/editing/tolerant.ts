import { parse } from 'jsonc-parser'
import type { Json } from '../answers/json.ts'

/** What can be made out of a text that is still being written. */
export const parseTolerantly = (text: string): Json | undefined => parse(text, [], { allowTrailingComma: true })
