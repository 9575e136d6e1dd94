import type { Section } from '@policyforms/core'
// The package's index also loads its test registry, which wants a validator that we do not have.
import Form from '@rjsf/core/lib/components/Form.js'
import { memo, useMemo } from 'react'
import { fields } from '../fields/index.tsx'
import { noValidator } from '../schema/no-validator.ts'
import { sectionForm } from '../schema/section-schema.ts'
import { templates } from '../templates/index.tsx'

/**
 * One section as one rjsf form. rjsf lays out the section through our templates and fields; the answers live in the
 * store, each field at its own place, so that a commit renders what changed and nothing else.
 */
export const SectionForm = memo(({ section }: { section: Section }) => {
  const { schema, uiSchema } = useMemo(() => sectionForm(section), [section])
  return (
    <Form
      tagName="div"
      className="pf-form"
      schema={schema}
      uiSchema={uiSchema}
      fields={fields}
      templates={templates}
      validator={noValidator}
      experimental_defaultFormStateBehavior={{ emptyObjectFields: 'skipDefaults' }}
      noHtml5Validate
    />
  )
})
