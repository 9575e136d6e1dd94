import { type CodeList, leafOf, type Template, titleOf, trailsOf } from '@policyforms/core'
import { typeName } from './type-name.ts'
import type { NamedUnions } from './type-of-value.ts'

// A union longer than this is read more easily once, under a name, than at each field.
const longest = 16

export const leafCodes = (list: CodeList): readonly string[] =>
  [...trailsOf(list).keys()].filter((code) => leafOf(list, code) !== undefined)

export const isNamed = (list: CodeList): boolean => leafCodes(list).length > longest

const namedLists = (template: Template) =>
  Object.entries(template.lists)
    .filter(([, list]) => isNamed(list))
    .map(([key, list]) => ({ list, name: typeName(template.id, key), codes: leafCodes(list) }))

const unionOf = (codes: readonly string[]) => codes.map((code) => JSON.stringify(code)).join(' | ')

/** Each long list whole, and without the options that ask for a text: an open choice has those in a branch of their own. */
export const namedUnions = (template: Template): NamedUnions =>
  new Map(
    namedLists(template).flatMap(({ list, name, codes }) => {
      const open = codes.filter((code) => leafOf(list, code)?.other)
      const closed = codes.filter((code) => !open.includes(code))
      return [
        [unionOf(closed), `Exclude<${name}, ${unionOf(open)}>`],
        [unionOf(codes), name],
      ]
    }),
  )

/** A union of more literals slows an editor down and tells a reader nothing. */
const mostLiterals = 1000

/** A type for each long code list, every option with its title above it; a text, where nobody would read them all. */
export const declaredLists = (template: Template): readonly string[] =>
  namedLists(template).map(({ list, name, codes }) => {
    if (codes.length > mostLiterals)
      return `/** ${inComment(list.title)}：代码表 ${list.id} 的 ${codes.length} 个代码之一 */\nexport type ${name} = string\n`
    const options = codes.map((code) => `  /** ${inComment(titleOf(list, code))} */\n  | ${JSON.stringify(code)}`)
    return `/** ${inComment(list.title)} */\nexport type ${name} =\n${options.join('\n')}\n`
  })

const inComment = (text: string) => text.replaceAll('*/', '* /').replace(/\s+/g, ' ')
