import type { FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils'
import { nodeOf } from '../schema/section-schema.ts'
import { Container } from './container.tsx'

/** Our fields bring their own labels, help and issues. */
const FieldTemplate = ({ children }: FieldTemplateProps) => children

const ObjectFieldTemplate = ({ uiSchema, properties }: ObjectFieldTemplateProps) => {
  const node = nodeOf(uiSchema)
  if (node.block !== 'section' && node.block !== 'group') throw new Error('Only sections and groups have children')
  return <Container node={node}>{properties.map((property) => property.content)}</Container>
}

const Nothing = () => null

export const templates = {
  FieldTemplate,
  ObjectFieldTemplate,
  FieldErrorTemplate: Nothing,
  FieldHelpTemplate: Nothing,
  DescriptionFieldTemplate: Nothing,
  // A section is left, never submitted.
  ButtonTemplates: { SubmitButton: Nothing },
}
