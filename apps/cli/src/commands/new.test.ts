import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSchemas } from '@policyforms/core/node'
import { writeWord } from '@policyforms/documents'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { call, root } from '../testing/call.ts'
import { makeTrial } from '../testing/trial.ts'

const trial = await makeTrial()
afterAll(() => rm(trial.folder, { recursive: true, force: true }))
afterEach(() => rm(join(trial.schemas, 'north'), { recursive: true, force: true }))

const make = (...more: readonly string[]) =>
  call('new', 'north', '--name', '北山省', '--schemas', trial.schemas, ...more)
const read = async (path: string) => JSON.parse(await readFile(join(trial.schemas, 'north', path), 'utf8'))
const issuesOf = async () => (await openSchemas(trial.schemas)).issues.filter(({ file }) => file?.startsWith('north/'))

const outline = async (text: string) => make('--outline', await trial.file('outline.txt', text))

describe('from nothing', () => {
  it('gives a template that works, with a rule and its examples', async () => {
    const { exit, out } = await make('--code', '990000')
    expect(exit).toBe(0)
    expect(out).toContain('已新建')
    expect(await issuesOf()).toEqual([])
    expect(await read('jurisdiction.json')).toMatchObject({
      id: 'north',
      name: '北山省',
      code: '990000',
      level: 'province',
    })
  })

  it('overwrites nothing', async () => {
    await make()
    await writeFile(join(trial.schemas, 'north/jurisdiction.json'), 'mine')
    expect(await make()).toMatchObject({ exit: 1, err: expect.stringContaining('已经有了，没有改动') })
    expect(await readFile(join(trial.schemas, 'north/jurisdiction.json'), 'utf8')).toBe('mine')
  })

  it.each([
    [['new', 'North', '--name', '北山省'], '英文小写'],
    [['new', '../north', '--name', '北山省'], '英文小写'],
    [['new', 'codes', '--name', '北山省'], '公用'],
    [['new', 'north'], '缺少 --name'],
    [['new', 'north', '--name', '北山省', '--code', '99'], '六位'],
    [['new', 'north', '--name', '北山省', '--from', 'nowhere'], '没有地区 nowhere'],
    [['new', 'north', '--name', '北山省', '--from', 'trial', '--outline', '-'], '只能写一个'],
  ])('%j is told why not', async (args, why) => {
    expect(await call(...args, '--schemas', trial.schemas)).toMatchObject({
      exit: 2,
      err: expect.stringContaining(why),
    })
    expect(await stat(join(trial.schemas, 'north')).catch(() => undefined)).toBeUndefined()
  })
})

describe('from an outline', () => {
  it('gives a form at once, with examples, a report and questions', async () => {
    const text = [
      '附件1',
      '北山省创新平台申报书',
      '平台名称：______',
      '填写说明',
      '1. 金额以万元为单位。',
      '一、基本信息',
      '平台名称\t\t*统一社会信用代码\t',
      '单位性质\t□企业 □高校 □其他____\t总投资（万元）\t',
      '二、建设方案（限2000字）',
      '三、人员',
      '序号\t姓名\t出生年月',
      '1\t\t',
      '四、承诺书',
      '本单位承诺所填内容真实。',
      '牵头单位（盖章）：   年 月 日',
    ].join('\n')
    const { exit, out } = await outline(text)
    expect(exit).toBe(0)
    expect(out).toContain('只能选一项，还是可以选几项')
    expect(await issuesOf()).toMatchObject([{ code: 'unfinished', at: '/code' }])
    expect(await readFile(join(trial.schemas, 'north/outline-report.md'), 'utf8')).toContain('## 请回答')
    const { properties, 'x-document': plan } = await read('application.schema.json')
    expect(plan.cover).toMatchObject({
      attachment: '附件1',
      fields: [{ label: '平台名称', field: 'basics.platformName' }],
    })
    expect(properties).toMatchObject({
      basics: {
        required: ['creditCode'],
        properties: {
          platformName: { 'x-kind': 'text' },
          creditCode: { 'x-schemes': ['credit-code'] },
          organisationType: { 'x-kind': 'open-choice' },
          totalInvestment: { 'x-kind': 'money', 'x-unit': '万元' },
        },
      },
      plan: { properties: { text: { 'x-kind': 'narrative', 'x-max-chars': 2000 } } },
      staff: { properties: { rows: { 'x-kind': 'table' } } },
      commitment: { 'x-signatures': [{ label: '牵头单位', by: ['seal'], date: true }] },
    })
    const filled = await read('examples/application/complete.json')
    expect(filled.basics.creditCode).toMatch(/^\w{18}$/)
  })

  it.each([
    ['', '提纲是空的'],
    ['   \n \n', '提纲是空的'],
  ])('%j is refused', async (text, why) => {
    expect(await outline(text)).toMatchObject({ exit: 1, err: expect.stringContaining(why) })
    expect(await stat(join(trial.schemas, 'north')).catch(() => undefined)).toBeUndefined()
  })

  it('a file that is no Word file is refused, and so is one that is not there', async () => {
    const path = await trial.file('a.docx', 'text')
    expect(await make('--outline', path)).toMatchObject({ exit: 1, err: expect.stringContaining('不是 Word 文件') })
    expect(await make('--outline', trial.path('none.docx'))).toMatchObject({
      exit: 1,
      out: expect.stringContaining('没有这个文件'),
    })
  })

  const line = fc.oneof(
    fc
      .constantFrom('一、', '（一）', '1.', '（1）', '①', '第一章 ', '附件', '# ')
      .chain((number) =>
        fc
          .constantFrom('概况', '概况（限500字）', '承诺书', '名称：____', 'constructor', '<b>')
          .map((title) => number + title),
      ),
    fc
      .array(
        fc.constantFrom(
          '',
          '名称',
          '金额（万元）',
          '□是 □否',
          '□甲 □乙 □乙',
          '年 月 日',
          '合计',
          '1',
          '（盖章）',
          '__proto__',
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((cells) => cells.join('\t')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )

  it('whatever a person takes away of the outline, the pack passes the check', async () => {
    const { draftOutline, readText } = await import('@policyforms/documents')
    const { outlineFiles, jurisdictionOf, placeFor, tryPack } = await import('@policyforms/server/new-pack')
    const place = placeFor([], 'north', '北山省', undefined)
    const jurisdiction = { path: 'north/jurisdiction.json', text: JSON.stringify(jurisdictionOf(place)) }
    const draft = draftOutline(
      readText(
        [
          '北山省备案册',
          ...['表1  人员', '编号\t姓名', 'P01\t', 'P02\t'],
          ...['表2  任务', '序号\t任务名称\t负责人（填表1编号）', '1\t\t', '2\t\t'],
          ...['表3  打分', '指标\t分值\t得分', '投入\t60\t', '产出\t40\t', '合计\t100\t'],
        ].join('\n'),
      ),
    )
    const [people, tasks, scores] = draft.sections
    const [table] = scores?.children ?? []
    expect(tasks?.children?.[0]?.children?.[1]?.keywords['x-kind']).toBe('reference')
    const left = (table?.children ?? []).filter(({ title }) => title !== '分值')
    const without = scores && table && { ...scores, children: [{ ...table, children: left }] }
    for (const sections of [
      [tasks, scores],
      [people, tasks, without],
    ]) {
      const changed = { ...draft, sections: sections.filter((one) => one !== undefined) }
      const files = await outlineFiles('north', { draft: changed }, [jurisdiction], [])
      const { issues } = tryPack('north', [jurisdiction, ...files], [])
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })

  it('whatever the outline, the pack passes the check', async () => {
    const { draftOutline, readText } = await import('@policyforms/documents')
    const { outlineFiles } = await import('@policyforms/server/new-pack')
    const { jurisdictionOf, placeFor } = await import('@policyforms/server/new-pack')
    const { tryPack } = await import('@policyforms/server/new-pack')
    const jurisdiction = {
      path: 'north/jurisdiction.json',
      text: JSON.stringify(jurisdictionOf(placeFor([], 'north', '北山省', undefined))),
    }
    const property = fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
      const files = await outlineFiles('north', { draft: draftOutline(readText(lines.join('\n'))) }, [jurisdiction], [])
      expect(
        tryPack('north', [jurisdiction, ...files], []).issues.filter(({ severity }) => severity === 'error'),
      ).toEqual([])
    })
    // A heading may be called like something that every object has.
    await fc.assert(property, { numRuns: 60, examples: [[['附件承诺书', '附件constructor']]] })
  }, 60_000)
})

const { packs } = await openSchemas(`${root}schemas`, { examples: false })
const templates = packs.flatMap((pack) => pack.templates)

it.each(templates.map((template) => [template.id, template] as const))(
  'reads the blank book of %s back into a pack that passes the check',
  async (_, template) => {
    const book = await trial.file('book.docx', await writeWord(template, {}, { today: '2025-06-30' }))
    const { exit, err } = await make('--outline', book)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
  },
)

describe('from a neighbour', () => {
  const schemas = trial.path('all')
  beforeAll(() => cp(`${root}schemas`, schemas, { recursive: true }))
  afterEach(() => rm(join(schemas, 'south'), { recursive: true, force: true }))

  it.each(packs.filter((pack) => pack.templates.length > 0).map((pack) => [pack.id, pack] as const))(
    '%s',
    async (id, pack) => {
      const { exit, out, err } = await call(
        'new',
        'south',
        '--name',
        '南河省',
        '--code',
        '980000',
        '--from',
        id,
        '--schemas',
        schemas,
      )
      expect({ exit, err }).toEqual({ exit: 0, err: '' })
      expect(out).toContain('各处的依据还是')
      const made = (await openSchemas(schemas)).packs.find((one) => one.id === 'south')
      expect(made?.templates.map((one) => one.id)).toEqual(pack.templates.map((one) => one.id.replace(id, 'south')))
      expect(made).toMatchObject({ name: '南河省', code: '980000' })
      const titles = JSON.stringify(made?.templates.map(({ title, document }) => [title, document.cover?.title]))
      expect(titles).not.toContain(pack.name)
      const cited = made?.templates.flatMap((one) => Object.keys(one.clauses)) ?? []
      expect(cited.filter((ref) => !ref.includes('/'))).toEqual([])
    },
    30_000,
  )
})
