import { type Answers, type Template, titleOfAnswers } from '@policyforms/core'

/** The name on the cover; none if only the template's own title would stand there. */
export const titled = (template: Template, answers: Answers): string | undefined => {
  const title = titleOfAnswers(template, answers)
  return title === template.title ? undefined : title
}
