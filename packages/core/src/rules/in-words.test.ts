import { expect, it } from 'vitest'
import { engines } from '../node/index.ts'
import { compileSchemas } from '../pack/compile-schemas.ts'
import cases from './cases/words.json' with { type: 'json' }
import { termInWords } from './in-words.ts'
import { namesAt } from './names-at.ts'
import { namingAt } from './naming-at.ts'
import { translate } from './translate.ts'

const jurisdiction = { id: 'sample', name: '样例省', code: '990000', level: 'province', roles: { lead: '牵头单位' } }
const written = (name: string, value: object) => ({
  path: `sample/${name}.json`,
  text: JSON.stringify({
    $schema: `../dialect/${name.replace(/^.*\.schema/, 'template.schema')}${name.includes('.schema') ? '' : '.schema'}.json`,
    ...value,
  }),
})
const template = { 'x-kind': 'template', title: '样例', 'x-version': '1.0.0', properties: cases.template }
const { packs, issues } = compileSchemas(
  [written('jurisdiction', jurisdiction), written('all.schema', template)],
  engines,
  { examples: false },
)

it.each(Object.entries(cases.words))('says %s', (source, words) => {
  const [found] = packs[0]?.templates ?? []
  if (!found) throw new Error(JSON.stringify(issues))
  const { term, faults } = translate(source, namesAt(found.sections, found.lists, []))
  expect(faults).toEqual([])
  expect(term && (termInWords(term, namingAt(found, [])) ?? null)).toBe(words)
})
