import { blockAt, fieldKindOf, type Issue, type Json, keysOf, type Template, textOfJson } from '@policyforms/core'

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** What a change makes of a place, as the page would print it. */
export const saidValue = (template: Template, pointer: string, value: Json | undefined): string => {
  if (value === undefined || value === null) return '留空'
  const path = keysOf(pointer).map((key) => (/^\d+$/.test(key) ? '*' : key))
  const block = blockAt(template, path)
  if (Array.isArray(value) && block?.block === 'table') return `改成 ${value.length} 行`
  if (block?.block !== 'field') return `改成“${shortened(textOfJson(value))}”`
  const text = fieldKindOf(block).show(value, block, template.lists) || textOfJson(value)
  return `改成“${shortened(text)}${block.unit ?? ''}”`
}

/** The sentence of a rule: with its values where it was found broken, else without them. */
export const saidBy = (message: string, issue: Issue | undefined): string =>
  typeof issue?.params.text === 'string' ? issue.params.text : message.replace(/\{[^{}]*\}/g, '…')
