import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sampleTemplate } from '../sample/template.ts'
import { workshopConformance } from '../workshop/workshop.conformance.ts'
import { isDiskFull } from './disk-full.ts'
import { sqlStore } from './sql-store.ts'
import { openSqlite } from './sqlite.ts'
import { storeConformance } from './store.conformance.ts'

const folder = await mkdtemp(join(tmpdir(), 'policyforms-sqlite-'))
afterAll(() => rm(folder, { recursive: true }))

storeConformance('SQLite', () => openSqlite({ file: join(folder, 'conformance.sqlite') }))
workshopConformance('SQLite', () => openSqlite({ file: join(folder, 'workshop.sqlite') }))

describe('SQLite', () => {
  const who = { user: 'wang', workspace: 'office' }
  const at = '2026-01-01T00:00:00.000Z'

  it('says that the disk is full, keeps what was saved, and goes on when there is room again', async () => {
    const file = join(folder, 'full.sqlite')
    const tight = sqlStore(await openSqlite({ file, maxPages: 40 }))
    const { id } = await tight.create(who, { template: sampleTemplate, title: '', answers: { text: { a: '原' } }, at })
    const save = (store: typeof tight, text: string, base: number) =>
      store.save(who, id, { patch: { base, sections: { text: { a: text } } }, at, title: () => '题' })

    // In one turn: what does not fit must not take with it what does.
    const [small, big] = await Promise.allSettled([save(tight, '改', 1), save(tight, '大'.repeat(300_000), 2)])
    expect(small.status).toBe('fulfilled')
    if (big.status === 'fulfilled') throw new Error('300,000 characters went into 40 pages')
    expect(isDiskFull(big.reason)).toBe(true)
    expect((await tight.draft(who, id))?.answers).toEqual({ text: { a: '改' } })
    expect(await save(tight, '又改', 2)).toMatchObject({ done: { revision: 3 } })
    await tight.close()

    const roomy = sqlStore(await openSqlite({ file }))
    expect(await save(roomy, '大'.repeat(300_000), 3)).toMatchObject({ done: { revision: 4 } })
    await roomy.close()
  })

  it('cannot write when it was opened for reading', async () => {
    const file = join(folder, 'conformance.sqlite')
    const reader = await openSqlite({ file, readOnly: true })
    await expect(reader.write(async () => 1)).rejects.toThrow('reading only')
    await expect(reader.reads.deleteFrom('file').execute()).rejects.toThrow('readonly')
    await reader.close()
  })
})
