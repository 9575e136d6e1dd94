import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { filesOf, type Json, placesOf, settle, valueAt, walkBlocks } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import { toFormula, toHiddenCondition } from './src/formulas/to-formula.ts'
import { readSheet, writeSheet, writeSummary } from './src/index.ts'
import { leavesOf } from './src/layout/leaves.ts'
import { planSheets } from './src/layout/plan.ts'
import { referenceBook, referencesOf } from './src/layout/references.ts'

const { packs, issues, template } = await openSchemas('/work/main/schemas')
console.log('issues', issues.length)
const files = (v: any): any[] => {
  const o = filesOf(v)
  return o.length || typeof v !== 'object' || !v ? o : Object.values(v).flatMap(files)
}
for (const pack of packs)
  for (const t of pack.templates) {
    const dir = `/work/main/schemas/${t.id.split('/')[0]}/examples/${t.id.split('/')[1]}`
    const refs = referenceBook(planSheets(t, {}))
    let ok = 0,
      no: string[] = []
    for (const b of walkBlocks(t)) {
      const e = b.block === 'field' ? b.compute : undefined
      if (e)
        toFormula(e, { template: t, references: refs, place: b.path, row: 5 }) ? ok++ : no.push('compute ' + e.source)
      if (b.when)
        toHiddenCondition(b.when, { template: t, references: refs, place: b.path, row: 5 })
          ? ok++
          : no.push('when ' + b.when.source)
    }
    console.log(t.id, leavesOf(t).length, 'leaves; formulas', ok, 'untranslated', no)
    const subs = []
    for (const f of existsSync(dir) ? readdirSync(dir) : []) {
      const ex = JSON.parse(readFileSync(dir + '/' + f, 'utf8'))
      const a = ex.answers ?? ex
      const today = ex.today ?? '2026-05-01'
      const bytes = await writeSheet(t, a, { today })
      if (/complete|minimal/.test(f))
        writeFileSync(`/tmp/wb/${t.id.replace('/', '_')}_${f.replace('.json', '')}.xlsx`, bytes)
      subs.push({ id: f, title: f, answers: a })
      const back = await readSheet(t, bytes, { today, files: files(a) })
      const s = settle(t, a, { today })
      const bad = leavesOf(t).flatMap(({ path }) =>
        placesOf(a, path)
          .filter((p) => {
            const x = JSON.stringify(valueAt(a, p))
            const y = JSON.stringify(valueAt(back.answers, p))
            return x !== y && x !== undefined && x !== '""' && x !== 'false' && x !== '[]'
          })
          .map(
            (p) =>
              p.join('/') +
              ' ' +
              JSON.stringify(valueAt(a, p))?.slice(0, 50) +
              '→' +
              JSON.stringify(valueAt(back.answers, p))?.slice(0, 50),
          ),
      )
      if (bad.length || /complete/.test(f))
        console.log('  ', f, bad.slice(0, 3), back.issues.map((i) => `${i.code}@${i.sheet}!${i.cell}`).slice(0, 4))
    }
    if (subs.length)
      writeFileSync(
        `/tmp/wb/${t.id.replace('/', '_')}_summary.xlsx`,
        await writeSummary(t, subs, { today: '2026-05-01' }),
      )
  }
