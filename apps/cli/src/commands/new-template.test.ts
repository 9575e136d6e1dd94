import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSchemas } from '@policyforms/core/node'
import { afterAll, describe, expect, it } from 'vitest'
import { call, root } from '../testing/call.ts'
import { makeTrial } from '../testing/trial.ts'

const trial = await makeTrial()
afterAll(() => rm(trial.folder, { recursive: true, force: true }))

const make = (id: string, ...more: readonly string[]) => call('new', id, '--schemas', trial.schemas, ...more)
const texts = async (pack: string) => {
  const folder = join(trial.schemas, pack)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)))
}
const issuesOf = async (pack: string, schemas = trial.schemas) =>
  (await openSchemas(schemas)).issues.filter(({ file }) => file?.startsWith(`${pack}/`))

const report = ['北山省年度报告', '一、基本信息', '单位名称\t\t年度\t', '二、取得的成果（限800字）'].join('\n')
const plan = ['北山省建设方案', '一、基本信息', '单位名称\t\t', '二、建设目标（限500字）'].join('\n')

it('reads a template from each outline that is given', async () => {
  const files = [await trial.file('a.txt', report), await trial.file('b.txt', plan), await trial.file('c.txt', plan)]
  const { exit, out } = await make('north', '--name', '北山省', ...files.flatMap((file) => ['--outline', file]))
  expect(exit).toBe(0)
  expect(out).toContain('材料：annual-report、plan、plan-2。')
  for (const name of ['a.txt', 'b.txt', 'c.txt']) expect(out).toContain(`# 从 ${name} 读出的模板`)
  expect(await issuesOf('north')).toMatchObject([{ code: 'unfinished', at: '/code' }])
  const said = await readFile(join(trial.schemas, 'north/outline-report.md'), 'utf8')
  expect(said).toContain('写进了 plan-2.schema.json')
})

describe('a template joins a pack that exists', () => {
  it.each([
    ['from an outline', 'review', async () => ['--outline', await trial.file('r.txt', report)]],
    ['from another template of the pack', 'second', async () => ['--from', 'trial/form']],
    ['from nothing', 'third', async () => []],
  ])('%s, and changes nothing that is there', async (_, template, more) => {
    const before = await texts('trial')
    const { exit, out, err } = await make(`trial/${template}`, ...(await more()))
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toContain(`材料：${template}。`)
    const after = await texts('trial')
    for (const [file, text] of before) expect(after.get(file)).toBe(text)
    expect(after.size).toBeGreaterThan(before.size)
    const errors = (await issuesOf('trial')).filter(({ severity }) => severity === 'error')
    expect(errors.filter(({ file }) => file?.includes(template))).toEqual([])
    expect(await make(`trial/${template}`, ...(await more()))).toMatchObject({
      exit: 2,
      err: expect.stringContaining('已经有模板'),
    })
    expect(await texts('trial')).toEqual(after)
  })

  it('leaves a report that somebody has kept', async () => {
    await writeFile(join(trial.schemas, 'trial/outline-report-kept.md'), 'mine')
    const before = await texts('trial')
    const outline = await trial.file('k.txt', report)
    expect(await make('trial/kept', '--outline', outline)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('没有改动'),
    })
    expect(await texts('trial')).toEqual(before)
  })

  it.each([
    [['trial/Form'], '英文小写'],
    [['trial/form/more'], '地区 或 地区/模板'],
    [['nowhere/form'], '没有地区 nowhere'],
    [['codes/form'], '没有地区 codes'],
    [['trial/other', '--name', '北山省'], '不写 --name'],
    [['trial/other', '--from', 'trial/none'], '没有模板 trial/none'],
    [['trial/other', '--from', 'trial/form', '--outline', '-'], '只能写一个'],
    [['trial/other', '--outline', 'a.txt', '--outline', 'b.txt'], '一次加一个模板'],
  ])('%j is told why not', async (args, why) => {
    const before = await texts('trial')
    expect(await make(args[0] ?? '', ...args.slice(1))).toMatchObject({ exit: 2, err: expect.stringContaining(why) })
    expect(await texts('trial')).toEqual(before)
  })
})

const { packs } = await openSchemas(`${root}schemas`, { examples: false })

describe('a template of every pack joins another one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'policyforms-new-template-'))
  const schemas = join(folder, 'schemas')
  afterAll(() => rm(folder, { recursive: true, force: true }))
  await cp(`${root}schemas`, schemas, { recursive: true })

  it.each(packs.flatMap(({ templates }) => templates.slice(0, 1)).map(({ id }) => id))(
    '%s',
    async (id) => {
      const other = packs.find((pack) => pack.templates.length > 0 && !id.startsWith(`${pack.id}/`))?.id ?? ''
      const args = ['new', `${other}/borrowed`, '--from', id, '--schemas', schemas] as const
      const { exit, out, err } = await call(...args)
      // What the pack lacks, such as a role, is told with its place, and nothing is written.
      if (exit === 1) expect(out).toMatch(new RegExp(`${other}/borrowed\\.schema\\.json:\\d+:\\d+ 错误`))
      else expect({ exit, err }).toEqual({ exit: 0, err: '' })
      expect((await issuesOf(other, schemas)).filter(({ severity }) => severity === 'error')).toEqual([])
      await Promise.all(
        ['borrowed.schema.json', 'examples/borrowed'].map((path) =>
          rm(join(schemas, other, path), { recursive: true, force: true }),
        ),
      )
    },
    60_000,
  )
})
