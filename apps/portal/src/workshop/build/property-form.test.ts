import { isObject, type Json, property } from '@policyforms/core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { type Dialect, dialect, keywordsOf } from '../model/dialect.ts'
import { CellEditor } from './cell-editor.tsx'
import { PropertyForm } from './property-form.tsx'

/** The dialect as it would be with one more keyword for texts. */
const grown = (schema: Json): Dialect => {
  const template = structuredClone(dialect['template.schema.json'])
  const properties = property(property(property(template, '$defs'), 'text'), 'properties')
  if (isObject(properties)) Object.assign(properties, { 'x-tone': schema })
  return { ...dialect, ...(template !== undefined && { 'template.schema.json': template }) }
}

const shown = (of: Dialect, node: Record<string, Json>) =>
  renderToStaticMarkup(
    createElement(PropertyForm, { of, keywords: keywordsOf(of, 'text'), node, onChange: () => undefined }),
  )

const node = { 'x-kind': 'text', title: '名称', 'x-tone': 'b' }

it.each([
  [{ type: 'string', enum: ['a', 'b'] }, '<select'],
  [{ type: 'string' }, '<input'],
  [{ type: 'boolean' }, '照默认'],
])('shows a keyword that the meta-schema has gained, as the meta-schema says it: %j', (schema, control) => {
  const told = { title: '语气', description: '写给填写人的语气。', ...schema }
  expect(shown(dialect, node)).not.toContain('语气')
  const [, form = ''] = shown(grown(told), node).split('data-keyword="x-tone"')
  expect(form.split('data-keyword=')[0]).toContain(control)
  expect(form).toContain('写给填写人的语气。')
})

it('shows of the cells of a matrix what their kind admits, by the names of the kinds', () => {
  const value = { 'x-kind': 'money', title: '金额', 'x-unit': '万元' }
  const props = {
    of: dialect,
    schema: {},
    value,
    onChange: () => undefined,
    id: 'cell',
    label: '格子里填什么',
    Form: PropertyForm,
  }
  const form = renderToStaticMarkup(createElement(CellEditor, props))
  expect(form).toContain('<option value="money" selected="">金额</option>')
  expect(form).toContain('data-keyword="x-unit"')
  for (const other of ['x-accept', 'x-refers', '$ref']) expect(form).not.toContain(`data-keyword="${other}"`)
})
