import { type Json, keysOf, withValue } from '@policyforms/core'
import { engines } from '@policyforms/core/node'
import { compileSchemas } from '@policyforms/core/pack'
import { compileProcedure } from '../compile/index.ts'
import base from './base.json' with { type: 'json' }

const jurisdiction = {
  $schema: '../dialect/jurisdiction.schema.json',
  id: 'trial',
  name: '试验区',
  code: '990000',
  level: 'province',
  roles: { applicant: '申报单位', expert: '专家', office: '主管部门' },
}

/** A small procedure of no jurisdiction, changed at some places and read all the way. A change to null takes away. */
export const compileTrial = (set: Readonly<Record<string, Json>> = {}) => {
  const changed = Object.entries(set).reduce<Json>((so, [at, value]) => withValue(so, keysOf(at), value), base)
  const files = Object.entries({ 'jurisdiction.json': jurisdiction, 'procedure.json': changed }).map(
    ([name, content]) => ({ path: `trial/${name}`, text: JSON.stringify(content, (_, value) => value ?? undefined) }),
  )
  const { packs, issues } = compileSchemas(files, engines)
  const source = packs[0]?.procedure
  return source ? compileProcedure(source) : { issues }
}
