import { plainSchema, type Template } from '@policyforms/core'
import { compile } from 'json-schema-to-typescript'
import { declaredLists, namedUnions } from './named-lists.ts'
import { namedSchema } from './named-schema.ts'
import { tidy } from './tidy.ts'
import { typeName } from './type-name.ts'

const options = { format: false, bannerComment: '', additionalProperties: false, ignoreMinAndMaxItems: true } as const

/**
 * One TypeScript module for a template: an interface for the answers and for each section, group, table row and
 * matrix, named from ids and keys, with Chinese titles, units, clauses and options as comments.
 * The same template gives the same text.
 */
export const generateTypes = async (template: Template): Promise<string> => {
  const schema = namedSchema(template, plainSchema(template), namedUnions(template))
  const code = await compile(schema, typeName(template.id), options)
  const head = `// @generated from ${template.id} ${template.version} by \`policyforms types\`. Do not edit.`
  return [head, tidy(code), ...declaredLists(template)].join('\n\n')
}
