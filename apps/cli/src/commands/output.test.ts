import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../testing/call.ts'
import { answers, makeTrial } from '../testing/trial.ts'

const trial = await makeTrial()
afterAll(() => rm(trial.folder, { recursive: true, force: true }))

const run = (command: string, ...more: readonly string[]) =>
  call(command, ...more, '--schemas', trial.schemas, '--today', '2025-06-30')
const startOf = async (path: string) => (await readFile(path)).subarray(0, 2).toString()

let good = ''
let bad = ''
beforeAll(async () => {
  good = await trial.file('good.json', answers)
  bad = await trial.file('bad.json', { basics: { budget: -1 } })
})

describe('word', () => {
  it('writes one book as .docx, the same each time', async () => {
    const out = trial.path('one.docx')
    expect(await run('word', 'trial/form', good, '--out', out)).toEqual({ exit: 0, out: `已写入 ${out}。`, err: '' })
    const first = await readFile(out)
    expect(first.subarray(0, 2).toString()).toBe('PK')
    await run('word', 'trial/form', good, '--out', out)
    expect(await readFile(out)).toEqual(first)
  })

  it('writes many as .zip, under names that differ', async () => {
    const twin = await trial.file('other/good.json', answers)
    const out = trial.path('many.zip')
    expect((await run('word', 'trial/form', good, twin, '--out', out)).exit).toBe(0)
    const bytes = await readFile(out)
    const heads = bytes.toString('latin1').split('PK\u0001\u0002').slice(1)
    const names = heads.map((head) => head.slice(42, 42 + head.charCodeAt(24))).filter((name) => name.endsWith('.docx'))
    expect(new Set(names).size).toBe(2)
  })

  it('prints a faulty draft too, and tells its faults', async () => {
    const out = trial.path('draft.docx')
    const { exit, out: told } = await run('word', 'trial/form', good, bad, '--out', out.replace('.docx', '.zip'))
    expect(told).toContain(`${bad}:2:13 错误 /basics/name`)
    expect(told).toContain('但其中 1 份材料有错误')
    expect(exit).toBe(1)
    expect(await startOf(out.replace('.docx', '.zip'))).toBe('PK')
  })
})

describe('excel, sheet and read', () => {
  it('writes the summary', async () => {
    const out = trial.path('summary.xlsx')
    expect(await run('excel', 'trial/form', good, '--out', out)).toEqual({ exit: 0, out: `已写入 ${out}。`, err: '' })
    expect(await startOf(out)).toBe('PK')
  })

  it("fills an office's own Word file, and refuses one that names what is not there", async () => {
    // A book in which a place stands is a Word file with a place.
    const file = async (name: string, place: string) => {
      const answers = await trial.file(`${name}.json`, { basics: { name: place } })
      await run('word', 'trial/form', answers, '--out', trial.path(`${name}.docx`))
      return trial.path(`${name}.docx`)
    }
    const out = trial.path('filled.docx')
    const right = await file('right', '{{basics.name}}')
    expect(await run('word', 'trial/form', good, '--form', right, '--out', out)).toMatchObject({ exit: 0 })
    expect(await startOf(out)).toBe('PK')
    const wrong = await file('wrong', '{{basics.nane}}')
    const said = await run('word', 'trial/form', good, '--form', wrong, '--out', trial.path('none.docx'))
    expect(said.exit).toBe(1)
    expect(said.out).toContain('材料里没有“basics.nane”这一项，是否想写“basics.name”')
  })

  it('reads a Word file back to the same answers', async () => {
    const [book, back] = [trial.path('form.docx'), trial.path('from-word.json')]
    await run('word', 'trial/form', good, '--out', book)
    expect(await run('read', 'trial/form', book, good, '--out', back)).toMatchObject({ exit: 0 })
    expect(JSON.parse(await readFile(back, 'utf8'))).toEqual(answers)
    expect(await run('read', 'trial/form', book, '--out', back, '--marked', trial.path('m.xlsx'))).toMatchObject({
      exit: 2,
    })
  })

  it('reads the fill-in workbook back to the same answers', async () => {
    const [book, back] = [trial.path('sheet.xlsx'), trial.path('back.json')]
    expect((await run('sheet', 'trial/form', good, '--out', book)).exit).toBe(0)
    expect(await run('read', 'trial/form', book, good, '--out', back)).toEqual({
      exit: 0,
      out: `已写入 ${back}。`,
      err: '',
    })
    expect(JSON.parse(await readFile(back, 'utf8'))).toEqual(answers)
    // Without the answers it was written from, nobody knows which file the name stands for.
    const { exit, out } = await run('read', 'trial/form', book, '--out', back)
    expect(out).toMatch(/错误 \/basics\/proof .*证明\.pdf/)
    expect(exit).toBe(1)
  })

  it('tells the faults of a workbook with its cells, and marks them', async () => {
    const [book, back, marked] = [trial.path('bad.xlsx'), trial.path('bad-back.json'), trial.path('marked.xlsx')]
    await run('sheet', 'trial/form', bad, '--out', book)
    const { exit, out } = await run('read', 'trial/form', book, '--out', back, '--marked', marked)
    expect(out).toMatch(/bad\.xlsx \S+![A-Z]+\d+ 错误 \/basics\/budget/)
    expect(exit).toBe(1)
    expect(await startOf(marked)).toBe('PK')
  })

  it('says so when it is no workbook', async () => {
    const { exit, out } = await run('read', 'trial/form', good, '--out', trial.path('none.json'))
    expect(out).toContain('打不开这个文件')
    expect(exit).toBe(1)
  })
})

describe('an output that cannot be written', () => {
  it('is a sentence, and what was there stays', async () => {
    const kept = await trial.file('kept.docx', 'what was there')
    await mkdir(trial.path('folder.docx'))
    for (const [out, reason] of [
      [trial.path('nowhere/one.docx'), '它所在的文件夹不存在'],
      [trial.path('folder.docx'), '它是一个文件夹'],
      [`${kept}/one.docx`, '它的上级不是文件夹'],
    ]) {
      const { exit, err } = await run('word', 'trial/form', good, '--out', out ?? '')
      expect(err).toContain(`无法写入 ${out}：${reason}`)
      expect(exit).toBe(1)
    }
    expect(await readFile(kept, 'utf8')).toBe('what was there')
    expect((await readdir(trial.folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

it('types writes a module for each template', async () => {
  const { exit, out } = await call('types', '--out', trial.path('types'), '--schemas', trial.schemas)
  expect(out).toBe(trial.path('types/trial/form.ts'))
  expect(await readFile(trial.path('types/trial/form.ts'), 'utf8')).toContain('export interface TrialForm {')
  expect(exit).toBe(0)
})

it('schema gives plain JSON Schema, on the screen or as a file', async () => {
  const shown = await call('schema', 'trial/form', '--schemas', trial.schemas)
  expect(shown.exit).toBe(0)
  expect(JSON.parse(shown.out)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:policyforms:trial/form:1.0.0',
    properties: {
      basics: { required: ['name'], properties: { budget: { description: '单位：万元\n小数不超过 2 位' } } },
    },
  })
  const out = trial.path('form.json')
  expect(await call('schema', 'trial/form', '--out', out, '--schemas', trial.schemas)).toMatchObject({
    exit: 0,
    out: `已写入 ${out}。`,
  })
  expect(await readFile(out, 'utf8')).toBe(`${shown.out}\n`)
})
