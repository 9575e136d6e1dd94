import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { ordinaryPacks, sharedFiles, writeFiles } from '../testing/ordinary-packs.ts'
import { type Ledger, openLedger, openReportCache, type Report } from './index.ts'

const folders: string[] = []
const newFolder = async () => {
  const made = await mkdtemp(join(tmpdir(), 'policyforms-ledger-'))
  folders.push(made)
  return made
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const report = ({ issues, pack, reads }: Parameters<Parameters<typeof openLedger>[0]['report']>[0]) => ({
  issues,
  hashes: pack?.templates.map(({ hash }) => hash),
  reads,
})

/** What is known, or else found, of every folder; and which had to be checked. */
const reportsOf = (ledger: Ledger<Report>) => {
  const checked: string[] = []
  const reports = ledger.folders().map((folder) => {
    const known = ledger.known(folder)
    if (!known) checked.push(folder)
    return [folder, known ?? ledger.check(folder)] as const
  })
  return { checked, reports }
}

/** Three packs: the second takes a field and a clause from the first, the third a shared list and a shared part. */
const newSchemas = async () => {
  const dir = await newFolder()
  const packs = await ordinaryPacks(3)
  const shared = (await sharedFiles()).filter(({ path }) => /organisation|person|regions|affiliations/.test(path))
  const changed = packs.map(({ path, text }) => {
    if (path === 'ordinary-0001/annual-report.schema.json')
      return {
        path,
        text: text
          .replace('"application.schema.json#', '"../ordinary-0000/application.schema.json#')
          .replace('"x-clause": "measures#8"', '"x-clause": "ordinary-0000/measures#8"'),
      }
    if (path === 'ordinary-0002/annual-report.schema.json')
      return {
        path,
        text: text.replace(
          '"contact": {',
          '"region": { "x-kind": "cascade", "title": "地区", "x-codes": "regions" }, "person": { "$ref": "../common/person.schema.json#/$defs/contact/properties/phone" }, "contact": {',
        ),
      }
    return { path, text }
  })
  const files = [...shared, ...changed]
  await writeFiles(dir, files)
  return { dir, files }
}

it('checks again what changed and what was made from it, and nothing else', async () => {
  const { dir, files } = await newSchemas()
  const ledger = openLedger({ dir, report })
  const all = ['', 'codes', 'common', 'ordinary-0000', 'ordinary-0001', 'ordinary-0002']
  expect(reportsOf(ledger).checked).toEqual(all)
  expect(reportsOf(ledger).checked).toEqual([])
  expect(reportsOf(ledger).reports.flatMap(([, { issues }]) => issues)).toEqual([])
  const touch = async (path: string) => {
    const text = files.find((file) => file.path === path)?.text ?? ''
    await writeFile(join(dir, path), text.replace(/"title": "([^"]*)"/, '"title": "$1（改）"'))
    ledger.look([path.split('/')[0] ?? ''])
    return reportsOf(ledger).checked
  }
  expect(await touch('ordinary-0002/application.schema.json')).toEqual(['ordinary-0002'])
  expect(await touch('ordinary-0000/application.schema.json')).toEqual(['ordinary-0000', 'ordinary-0001'])
  expect(await touch('ordinary-0000/policies/measures.json')).toEqual(['ordinary-0000', 'ordinary-0001'])
  expect(await touch('codes/regions.json')).toEqual(['codes', 'ordinary-0002'])
  expect(await touch('common/person.schema.json')).toEqual(['common', 'ordinary-0002'])
  await rm(join(dir, 'ordinary-0000'), { recursive: true })
  ledger.look()
  expect(reportsOf(ledger).checked).toEqual(['ordinary-0001'])
})

it('finds what a check without memory finds, after whatever edits', async () => {
  const { dir, files } = await newSchemas()
  const cache = openReportCache({ folder: await newFolder(), dir, engine: 'one' })
  const ledger = openLedger({ dir, report, cache })
  reportsOf(ledger)
  const edits: Readonly<Record<string, (text: string) => string>> = {
    'as it was': (text) => text,
    retitled: (text) => text.replace(/"title": "([^"]*)"/, '"title": "$1乙"'),
    'with another clause': (text) => text.replaceAll('measures#7', 'measures#77').replace('"id": "7"', '"id": "77"'),
    'with another key': (text) => text.replace('"name"', '"naem"'),
    'with another number': (text) => text.replace(/(\d)(?=[,\s])/, '9'),
    'cut off': (text) => text.slice(0, text.length / 2),
    empty: () => '',
  }
  const edit = fc.record({
    file: fc.constantFrom(...files),
    as: fc.constantFrom(...Object.keys(edits), 'gone'),
    isWhole: fc.boolean(),
    isReopened: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (some) => {
      for (const { file, as } of some) {
        const path = join(dir, file.path)
        if (as === 'gone') await rm(path, { force: true })
        else {
          await mkdir(dirname(path), { recursive: true })
          await writeFile(path, edits[as]?.(file.text) ?? '')
        }
      }
      const isWhole = some.some((one) => one.isWhole)
      ledger.look(isWhole ? undefined : some.map(({ file }) => file.path.split('/')[0] ?? ''))
      const found = reportsOf(ledger).reports
      expect(found).toEqual(reportsOf(openLedger({ dir, report })).reports)
      ledger.save()
      if (some.some((one) => one.isReopened)) {
        const later = reportsOf(openLedger({ dir, report, cache }))
        expect(later).toEqual({ checked: [], reports: found })
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)

it('trusts nothing that another engine kept, that is damaged, or that cannot be kept', async () => {
  const { dir } = await newSchemas()
  const folder = await newFolder()
  const checkedWith = (engine: string, place = folder) => {
    const ledger = openLedger({ dir, report, cache: openReportCache({ folder: place, dir, engine }) })
    const { checked } = reportsOf(ledger)
    ledger.save()
    return checked.length
  }
  expect(checkedWith('one')).toBe(6)
  expect(checkedWith('one')).toBe(0)
  expect(checkedWith('two')).toBe(6)
  const { readdir } = await import('node:fs/promises')
  const [name = ''] = await readdir(folder)
  const text = await readFile(join(folder, name), 'utf8')
  for (const damage of ['', text.slice(0, -9), text.replace('"issues":[]', '"issues":[1]'), `${text.split('\n')[0]}`]) {
    await writeFile(join(folder, name), damage)
    expect(checkedWith('two')).toBe(6)
  }
  expect(await readdir(folder)).toEqual([name])
  // A file where the folder would have to be, as on a disk that cannot be written.
  expect(checkedWith('two', join(folder, name))).toBe(6)
})
