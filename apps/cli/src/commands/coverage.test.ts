import { rm } from 'node:fs/promises'
import { openSchemas } from '@policyforms/core/node'
import { afterAll, expect, it } from 'vitest'
import { call, root } from '../testing/call.ts'
import { makeTrial } from '../testing/trial.ts'

const trial = await makeTrial()
afterAll(() => rm(trial.folder, { recursive: true, force: true }))

const coverage = (...more: readonly string[]) => call('coverage', ...more, '--schemas', trial.schemas)

const policy = (...clauses: readonly object[]) => ({
  $schema: '../../dialect/policy.schema.json',
  id: 'plan',
  title: '试验办法',
  clauses: [{ id: '2.1', heading: '二（一）申报', gist: '说明由谁申报。' }, ...clauses],
})

it('tells where each clause is carried', async () => {
  const { exit, out } = await coverage('trial')
  expect(out.split('\n')).toEqual([
    '《试验办法》',
    '  条款      标题          落实在',
    '  plan#2.1  二（一）申报  分节 试验材料 › 基本信息',
    '',
    '1 条：1 条已落实，0 条不作要求，0 条没有落实。',
  ])
  expect(exit).toBe(0)
})

it('ends with 1 when a clause that asks something is carried by nothing', async () => {
  const idle = { id: '1', heading: '一、目的', gist: '目的。', asks: false, reason: '只说明目的。' }
  await trial.file('schemas/trial/policies/plan.json', policy(idle, { id: '3', heading: '三、检查', gist: '检查。' }))
  const { exit, out } = await coverage('trial')
  expect(out).toContain('不作要求：只说明目的。')
  expect(out).toContain('3 条：1 条已落实，1 条不作要求，1 条没有落实。\n  plan#3 三、检查：没有字段、规则或程序引用它')
  expect(exit).toBe(1)
  const json = await coverage('trial', '--json')
  expect(JSON.parse(json.out).policies[0].clauses.map((one: { isUncovered: boolean }) => one.isUncovered)).toEqual([
    false,
    false,
    true,
  ])
})

it('names the packs there are, and the faults of a broken one', async () => {
  expect(await coverage('trail')).toMatchObject({ exit: 2, err: expect.stringContaining('现有的地区：trial') })
  await trial.file('schemas/trial/policies/plan.json', '{')
  expect(await coverage('trial')).toMatchObject({ exit: 1, out: expect.stringContaining('JSON 写错了') })
})

const { packs } = await openSchemas(`${root}schemas`, { examples: false })
it.each(packs.filter((pack) => pack.templates.length > 0).map((pack) => pack.id))(
  '%s has no clause without a carrier or a reason',
  async (id) => {
    const { exit, out } = await call('coverage', id, '--schemas', `${root}schemas`)
    expect(out).toContain('0 条没有落实')
    expect(exit).toBe(0)
  },
)
