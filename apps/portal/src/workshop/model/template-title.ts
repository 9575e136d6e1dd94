import { property } from '@policyforms/core'
import { parsed } from './outline.ts'

/** The title that a template's text gives itself. */
export const titleOfTemplate = (text: string, otherwise: string): string => {
  const title = property(parsed(text), 'title')
  return typeof title === 'string' && title ? title : otherwise
}
