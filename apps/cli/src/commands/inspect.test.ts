import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, expect, it } from 'vitest'
import { call } from '../testing/call.ts'
import { answers, makeTrial } from '../testing/trial.ts'

const trial = await makeTrial()
afterAll(() => rm(trial.folder, { recursive: true, force: true }))

const file = trial.path('book.docx')
await call('word', 'trial/form', await trial.file('good.json', answers), '--out', file, '--schemas', trial.schemas)

it('finds nothing in what we write', async () => {
  const { exit, out } = await call('inspect', file, '--profile', 'book')
  expect(out).toContain('没有发现问题')
  expect(exit).toBe(0)
})

it('tells place, what is there and what the standard asks, as text and as JSON', async () => {
  const out = trial.path('typed.docx')
  const typed = { basics: { ...answers.basics, name: '企业,高校（2020.09.09成立）' } }
  await call('word', 'trial/form', await trial.file('typed.json', typed), '--out', out, '--schemas', trial.schemas)
  const told = await call('inspect', out)
  expect(told.out).toMatch(/(段|格) 错误 “企业,高校.+”写作“2020.09.09”；应为：写作 2020年9月9日（GB\/T 9704 7.3.5）/)
  expect(told.exit).toBe(1)
  const { findings } = JSON.parse((await call('inspect', out, '--json')).out)
  expect(findings.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['half-width', 'date']))
})

it('refuses what is no Word file, and a profile that is none', async () => {
  const cut = trial.path('cut.docx')
  await writeFile(cut, (await readFile(file)).subarray(0, 2000))
  expect(await call('inspect', cut)).toMatchObject({ exit: 1, err: expect.stringContaining('不完整') })
  expect(await call('inspect', file, '--profile', 'letter')).toMatchObject({ exit: 2 })
  expect((await call('inspect', trial.path('none.docx'))).exit).toBe(1)
})
