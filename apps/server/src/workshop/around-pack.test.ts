import { expect, it } from 'vitest'
import { aroundPack } from './around-pack.ts'

it('gives a check what it reads: shared parts, cited policies, and the templates that are referred to, however far', () => {
  const file = (path: string, text = '{}') => ({ path, text })
  const files = [
    file('town/plan.schema.json', '{"$ref":"../city/plan.schema.json#/$defs/party","x-clause":"state/rules#3"}'),
    file('city/plan.schema.json', '{"$ref": "../state/plan.schema.json"}'),
    file('city/report.schema.json'),
    file('city/examples/plan/complete.json'),
    file('state/plan.schema.json', '{"$ref": "../city/plan.schema.json"}'),
    file('state/jurisdiction.json'),
    file('state/policies/rules.json'),
    file('common/person.schema.json'),
    file('elsewhere/jurisdiction.json'),
  ]
  const asked: string[] = []
  const read = (folder: string, isWanted = (_: string) => true) => {
    asked.push(folder)
    return files.filter(({ path }) => path.startsWith(`${folder}/`) && isWanted(path))
  }
  const own = read('town')
  const around = aroundPack('town', own, read).map(({ path }) => path)
  expect(around.sort()).toEqual([
    'city/plan.schema.json',
    'common/person.schema.json',
    'state/jurisdiction.json',
    'state/plan.schema.json',
    'state/policies/rules.json',
  ])
  expect(asked).not.toContain('elsewhere')
})
