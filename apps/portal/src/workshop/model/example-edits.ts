import { type Issue, isObject, type Json } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { exampleOf, expectedIssues } from '@policyforms/core/trying'
import { textOfExample } from './examples.ts'
import { parsed } from './outline.ts'

/** The text of an example that expects just what is found in it now. The rest of the text stays as it was. */
export const withExpectation = (text: string, found: readonly Issue[]): string => {
  const content = parsed(text)
  if (!isObject(content)) return text
  const hasList = typeof content.from === 'string' || content.answers !== undefined
  const listed: readonly Json[] = expectedIssues(found)
  if (hasList) return setValue(text, ['issues'], listed)
  return found.some(({ severity }) => severity === 'error') ? textOfExample(exampleOf(content, found)) : text
}
