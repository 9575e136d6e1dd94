import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knownSigners } from '../moving/known-signers.ts'
import type { Engine } from '../store/engine.ts'
import type { Who } from '../store/store.ts'
import { sqlWorkshop } from './sql-workshop.ts'
import type { WorkshopStore } from './workshop-store.ts'

const wang: Who = { user: 'wang', workspace: 'office' }
const li: Who = { user: 'li', workspace: 'office' }
const stranger: Who = { user: 'zhao', workspace: 'elsewhere' }
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute)).toISOString()
const json = (value: unknown) => JSON.stringify(value, null, 2)

/** What every store of working copies must do, whatever is under it. */
export const workshopConformance = (name: string, open: () => Promise<Engine>): void => {
  describe(`${name}: working copies`, () => {
    let engine: Engine
    let workshop: WorkshopStore
    beforeAll(async () => {
      engine = await open()
      workshop = sqlWorkshop(engine)
    })
    afterAll(() => engine.close())

    const path = (pack: string) => `${pack}/report.schema.json`
    const begin = async (pack: string, value: unknown) => {
      const files = [{ path: path(pack), text: json(value) }]
      await workshop.open(wang, { pack, name: '某省', files, isInFolder: true, at: at(0) })
    }
    const save = (who: Who, pack: string, base: number, value: unknown) =>
      workshop.save(who, pack, { base, files: [{ path: path(pack), text: json(value) }] }, at(base))
    const textOf = async (pack: string) => JSON.parse((await workshop.copy(wang, pack))?.files[0]?.text ?? 'null')

    it('opens a pack once, for its workspace only', async () => {
      await begin('once', { title: '甲' })
      await save(wang, 'once', 1, { title: '乙' })
      expect(await workshop.open(li, { pack: 'once', name: '', files: [], isInFolder: true, at: at(9) })).toEqual({
        isNew: false,
      })
      expect(await workshop.copy(li, 'once')).toMatchObject({
        revision: 2,
        isChanged: true,
        savedBy: 'wang',
        files: [{ text: json({ title: '乙' }) }],
        taken: [{ text: json({ title: '甲' }) }],
      })
      expect(await workshop.copy(stranger, 'once')).toBeUndefined()
      expect((await workshop.list(li)).map(({ pack }) => pack)).toContain('once')
      expect(await workshop.list(stranger)).toEqual([])
    })

    it('merges what two people did to one file, and tells each what it does not have', async () => {
      await begin('both', { title: '报告', unit: '元' })
      expect(await save(wang, 'both', 1, { title: '年度报告', unit: '元' })).toMatchObject({
        done: { revision: 2, others: [] },
      })
      const merged = json({ title: '年度报告', unit: '万元' })
      expect(await save(li, 'both', 1, { title: '报告', unit: '万元' })).toEqual({
        done: { revision: 3, savedAt: at(1), others: [{ path: path('both'), text: merged }] },
      })
      expect(await textOf('both')).toEqual({ title: '年度报告', unit: '万元' })
    })

    it('saves nothing where both changed the same place, and says where', async () => {
      await begin('same', { title: '报告', unit: '元' })
      await save(wang, 'same', 1, { title: '甲', unit: '元' })
      expect(await save(li, 'same', 1, { title: '乙', unit: '万元' })).toEqual({
        conflict: {
          revision: 2,
          files: [{ path: path('same'), text: json({ title: '甲', unit: '元' }), at: ['/title'] }],
        },
      })
      expect(await textOf('same')).toEqual({ title: '甲', unit: '元' })
    })

    it.each([
      ['mine', { title: '乙', unit: '元', note: '王', more: '李' }],
      ['theirs', { title: '甲', unit: '元', note: '王', more: '李' }],
    ] as const)('ends a conflict with %s in that place, and loses nothing else', async (take, wanted) => {
      const pack = `settled-${take}`
      await begin(pack, { title: '报告', unit: '元' })
      await save(wang, pack, 1, { title: '甲', unit: '元', note: '王' })
      const files = [{ path: path(pack), text: json({ title: '乙', unit: '元', more: '李' }) }]
      const settle = (revision: number) =>
        workshop.save(li, pack, { base: 1, files, settled: { revision, take } }, at(2))
      expect(await settle(1)).toMatchObject({ conflict: { revision: 2 } })
      // Somebody goes on elsewhere meanwhile: what was chosen between is still the same.
      await save(wang, pack, 2, { title: '甲', unit: '元', note: '王', later: '王' })
      expect(await settle(2)).toMatchObject({ done: { revision: 4, others: [{ path: path(pack) }] } })
      expect(await textOf(pack)).toEqual({ ...wanted, later: '王' })
    })

    it('takes files away and brings new ones', async () => {
      await begin('files', { title: '报告' })
      const example = { path: 'files/examples/report/complete.json', text: '{}' }
      await workshop.save(wang, 'files', { base: 1, files: [example] }, at(1))
      expect((await workshop.copy(wang, 'files'))?.files).toHaveLength(2)
      const gone = { path: path('files'), text: null }
      expect(await workshop.save(li, 'files', { base: 1, files: [gone] }, at(2))).toMatchObject({
        done: { others: [example] },
      })
      expect((await workshop.copy(wang, 'files'))?.files).toEqual([example])
    })

    it('keeps an office’s Word file to the byte, as one thing that only one person changes at a time', async () => {
      const form = 'bytes/forms/report.docx'
      const bytes = (fill: number) => Buffer.alloc(3 * 2 ** 20, fill).toString('base64')
      await begin('bytes', { title: '报告' })
      const put = (who: Who, base: number, fill: number) =>
        workshop.save(who, 'bytes', { base, files: [{ path: form, text: bytes(fill) }] }, at(base))
      await put(wang, 1, 1)
      expect(await put(li, 2, 2)).toMatchObject({ done: { revision: 3, others: [] } })
      expect(await put(wang, 2, 3)).toEqual({
        conflict: { revision: 3, files: [{ path: form, text: bytes(2), at: [''] }] },
      })
      // Another place of the pack is no matter of the file.
      expect(await save(wang, 'bytes', 2, { title: '年度报告' })).toMatchObject({
        done: { revision: 4, others: [{ path: form, text: bytes(2) }] },
      })
      expect(await workshop.copy(wang, 'bytes')).toMatchObject({
        files: [{ path: form, text: bytes(2) }, { text: json({ title: '年度报告' }) }],
        taken: [{ text: json({ title: '报告' }) }],
      })
      expect(await workshop.revert(wang, 'bytes', { from: 3, to: 1 }, at(9))).toMatchObject({ done: { revision: 5 } })
      expect((await workshop.copy(wang, 'bytes'))?.files.map(({ path }) => path)).toEqual([path('bytes')])
    })

    it('says that there is nothing new to a page that only asks', async () => {
      await begin('asked', { title: '报告' })
      const asked = { base: 1, files: [] }
      expect(await workshop.save(li, 'asked', asked, at(5))).toEqual({
        done: { revision: 1, savedAt: at(0), others: [] },
      })
    })

    it('is gone when it is given up', async () => {
      await begin('given-up', {})
      await workshop.discard(li, 'given-up')
      expect(await workshop.copy(wang, 'given-up')).toBeUndefined()
      expect(await save(wang, 'given-up', 1, {})).toBe('missing')
    })

    it('undoes what came between two revisions, and keeps what came after', async () => {
      await begin('undone', { title: '甲', note: '一' })
      await save(wang, 'undone', 1, { title: '乙', note: '一' })
      await save(li, 'undone', 2, { title: '乙', note: '二' })
      const done = await workshop.revert(wang, 'undone', { from: 2, to: 1 }, at(5))
      expect(done).toMatchObject({ done: { revision: 4 } })
      expect(await textOf('undone')).toEqual({ title: '甲', note: '二' })
      const again = await workshop.revert(wang, 'undone', { from: 3, to: 1 }, at(6))
      expect(again).toMatchObject({ done: { revision: 5 } })
      expect(await textOf('undone')).toEqual({ title: '甲', note: '一' })
      expect(await workshop.revert(stranger, 'undone', { from: 2, to: 1 }, at(7))).toBe('missing')
    })

    it('remembers a key by the first name that it was given, for its workspace only', async () => {
      const signers = knownSigners(engine)
      await signers.remember(wang, { publicKey: 'k1', name: '邻省', since: at(1) })
      await signers.remember(li, { publicKey: 'k1', name: '别省', since: at(2) })
      expect(await signers.list(li)).toEqual([{ publicKey: 'k1', name: '邻省', since: at(1) }])
      expect(await signers.list(stranger)).toEqual([])
    })
  })
}
