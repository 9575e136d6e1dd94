import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import { freeRuleId } from './rule-edits.ts'

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

export const valuesOf = (rule: JsonObject): JsonObject => (isObject(rule.values) ? rule.values : {})

/** Names in a message that values may be given to. */
export const namesIn = (rule: JsonObject): readonly string[] => [
  ...new Set([...textOf(rule.message).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
]

/** What stands in braces and is no name, such as a title: it would be printed as it stands. */
export const oddNamesIn = (rule: JsonObject): readonly string[] => [
  ...new Set(
    [...textOf(rule.message).matchAll(/[{｛]([^{}｛｝]*)[}｝]/g)].flatMap(([whole, name = '']) =>
      /^\{\w+\}$/.test(whole) ? [] : [name],
    ),
  ),
]

const withValue = (rule: JsonObject, wanted: string, text: string, inMessage: (name: string) => string): JsonObject => {
  const values = valuesOf(rule)
  const known = Object.keys(values).find((name) => property(values, name) === text)
  const name = known ?? freeRuleId(wanted.replace(/\W/g, '') || 'value', Object.keys(values)).replace('-', '')
  return { ...rule, message: inMessage(name), values: { ...values, [name]: text } }
}

/** The message shows a value more, at its end. */
export const showValue = (rule: JsonObject, wanted: string, text: string): JsonObject =>
  withValue(rule, wanted, text, (name) => `${textOf(rule.message)}{${name}}`)

/** What stood in braces becomes a name with a value. */
export const nameValue = (rule: JsonObject, odd: string, wanted: string, text: string): JsonObject =>
  withValue(rule, wanted, text, (name) =>
    textOf(rule.message).replaceAll(`{${odd}}`, `{${name}}`).replaceAll(`｛${odd}｝`, `{${name}}`),
  )
