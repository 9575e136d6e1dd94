import { engines } from '../node/index.ts'
import { compileSchemas, type Pack } from '../pack/index.ts'
import type { Template } from '../template/template.ts'

/** What every report says of itself. */
const head = {
  $schema: '../dialect/template.schema.json',
  'x-kind': 'template',
  'x-version': '1.0.0',
  title: '报告',
}

const jurisdiction = {
  $schema: '../dialect/jurisdiction.schema.json',
  id: 'zz',
  name: '某地',
  code: '990000',
  level: 'province',
  roles: { applicant: '申报单位', office: '主管部门', experts: '专家组' },
}

/** The pack `zz` with the one template `report`, and whatever files come with them; throws its faults. */
export const smallPack = (
  report: object,
  others: Readonly<Record<string, object>> = {},
): { readonly pack: Pack; readonly template: Template } => {
  const written = { 'zz/jurisdiction.json': jurisdiction, 'zz/report.schema.json': { ...head, ...report }, ...others }
  const files = Object.entries(written).map(([path, content]) => ({ path, text: JSON.stringify(content) }))
  const { packs, issues } = compileSchemas(files, engines, { examples: false })
  const [pack] = packs
  const [template] = pack?.templates ?? []
  if (!pack || !template || issues.some(({ severity }) => severity === 'error'))
    throw new Error(JSON.stringify(issues, null, 1))
  return { pack, template }
}

export const section = (title: string, properties: object, more: object = {}) => ({
  'x-kind': 'section',
  title,
  properties,
  ...more,
})
export const text = (title: string, more: object = {}) => ({ 'x-kind': 'text', title, ...more })
export const money = (title: string, more: object = {}) => ({ 'x-kind': 'money', title, 'x-unit': '万元', ...more })
export const table = (title: string, columns: object, more: object = {}) => ({
  'x-kind': 'table',
  title,
  items: { properties: columns },
  ...more,
})
