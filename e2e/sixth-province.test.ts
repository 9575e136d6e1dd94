import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { besideLabel, readExcel, readWord, rowWith } from './read-back.ts'

/*
 * A province that nobody had in mind: its pack, its attachment in Word and its outline as text were made with the guide
 * alone. They are walked by command, as its office would.
 */

const root = join(import.meta.dirname, '..')
const made = join(import.meta.dirname, 'sixth-province')
let folder: string
const path = (name: string) => join(folder, name)
const example = (template: string, name: string) => path(`schemas/yunling/examples/${template}/${name}.json`)

const run = promisify(execFile)
const call = async (...words: readonly string[]) => {
  const { stdout } = await run(process.execPath, [
    join(root, 'apps/cli/src/main.ts'),
    ...words,
    '--schemas',
    path('schemas'),
  ])
  return stdout
}

const json = async (file: string): Promise<object> => JSON.parse(await readFile(file, 'utf8'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policyforms-sixth-'))
  await cp(join(root, 'schemas'), path('schemas'), { recursive: true })
  await cp(join(made, 'yunling'), path('schemas/yunling'), { recursive: true })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

it('is without fault beside the other packs: every rule has its counterexample and every example says what it should', async () => {
  expect(await call('check')).toMatch(/：0 处错误，0 处提醒。/)
  expect(await readdir(path('schemas/yunling/examples/application'))).toHaveLength(18)
})

it('leaves no clause of its policy unanswered', async () => {
  expect(await call('coverage', 'yunling')).toContain('15 条：13 条已落实，2 条不作要求，0 条没有落实。')
})

const templates = [
  {
    template: 'application',
    word: ['省级财政资金', '50.00', '30.00', '10.00', '90.00'],
    cells: [
      ['IP02', '高纯铜靶材的制备方法'],
      ['1', '高纯铜靶材', 'IP02 高纯铜靶材的制备方法、IP03 靶材缺陷检测软件'],
      ['制定标准', '项', '0', '1', '1', '2'],
    ],
    beside: ['地区类别', '二类地区'],
  },
  {
    template: 'annual-report',
    word: ['研发投入', '2,300.00', '2,600.00', '2,900.50', '7,800.50'],
    cells: [['桑坪电子有限公司', '914403001922038216', '云岭省 / 岭西市 / 桑坪县 / 桑坪镇']],
    beside: ['所在地区', '云岭省 / 岭西市 / 桑坪县 / 石板乡'],
  },
] as const

describe.each(templates)('$template', ({ template, word, cells, beside: [label, value] }) => {
  const id = `yunling/${template}`

  it('is printed in Word, with years from the filing year, numbers of rows and sums', async () => {
    await call('word', id, example(template, 'complete'), '--out', path(`${template}.docx`))
    const read = await readWord(path(`${template}.docx`))
    for (const row of [word, ...cells]) expect(rowWith(read, row), row.join(' ')).toBeDefined()
    expect(besideLabel(read, label)).toContain(value)
  })

  it('goes out as a workbook to fill in and comes back as it was, by Excel and by Word', async () => {
    const before = example(template, 'complete')
    await call('sheet', id, before, '--out', path(`${template}.xlsx`))
    for (const kind of ['xlsx', 'docx'])
      await call('read', id, path(`${template}.${kind}`), before, '--out', path(`${kind}.json`))
    expect(await json(path('xlsx.json'))).toEqual(await json(path('docx.json')))
    expect(await json(path('xlsx.json'))).toMatchObject(await json(before))
    expect(await call('validate', id, path('xlsx.json'))).toContain('没有问题')
  })

  it('is summed up over several offices in one workbook', async () => {
    const files = ['complete', 'minimal'].map((name) => example(template, name))
    await call('excel', id, ...files, '--out', path('summary.xlsx'))
    const { rows } = await readExcel(path('summary.xlsx'))
    expect(rows.flat().filter((cell) => cell === '云岭省新型电子材料产业技术创新中心').length).toBeGreaterThan(1)
  })
})

it('reads a working template out of the attachment in Word', async () => {
  const said = await call(
    'new',
    'first',
    '--name',
    '甲省',
    '--code',
    '990000',
    '--outline',
    join(made, 'application.docx'),
  )
  expect(said).toContain('材料：application')
  const written = JSON.stringify(await json(path('schemas/first/application.schema.json')))
  const count = (kind: string) => written.split(`"x-kind":"${kind}"`).length - 1
  expect(count('section')).toBeGreaterThanOrEqual(14)
  expect(count('table')).toBe(6)
  expect(count('matrix')).toBe(1)
  expect(count('cascade')).toBe(2)
  expect(count('identifier')).toBeGreaterThanOrEqual(3)
  expect(count('narrative')).toBeGreaterThanOrEqual(7)
  // Every opinion has its own seal.
  expect(written.split('"x-signatures"')).toHaveLength(5)
  expect(count('attachment')).toBe(4)
  // The sample rows of its tables are rows, not fields of their own.
  expect(written).not.toMatch(/"title":"(?:IP0\d|内容|\d+)/)
})
