import type { Answers, SavePatch } from '@policyforms/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleAnswers, sampleTemplate } from '../sample/template.ts'
import type { Engine } from './engine.ts'
import { sqlStore } from './sql-store.ts'
import { maxAnswersLength, type Outcome, type Store, type Who } from './store.ts'

const who: Who = { user: 'wang', workspace: 'office' }
const stranger: Who = { user: 'li', workspace: 'elsewhere' }
const title = (answers: Answers) => JSON.stringify(answers).slice(0, 20)

let clock = Date.UTC(2026, 0, 1)
const at = () => {
  clock += 1000
  return new Date(clock).toISOString()
}

const done = <T>(outcome: Outcome<T> | 'too-large'): T => {
  if (typeof outcome === 'object' && 'done' in outcome) return outcome.done
  throw new Error(`Expected it to be done, got ${JSON.stringify(outcome)}`)
}
const obstacle = (outcome: Outcome<unknown> | 'too-large') => {
  if (typeof outcome === 'object' && 'obstacle' in outcome) return outcome.obstacle
  throw new Error(`Expected an obstacle, got ${JSON.stringify(outcome)}`)
}

/** What every store must do, whatever is under it. */
export const storeConformance = (name: string, open: () => Promise<Engine>): void => {
  describe(name, () => {
    let engine: Engine
    let store: Store
    beforeAll(async () => {
      engine = await open()
      store = sqlStore(engine)
    })
    afterAll(() => store.close())

    const create = () => store.create(who, { template: sampleTemplate, title: '新', answers: sampleAnswers, at: at() })
    const save = (id: string, patch: SavePatch) => store.save(who, id, { patch, at: at(), title })
    const text = (progress: string) => ({ progress })

    it('opens again what is there already', async () => {
      const again = await open()
      await again.close()
    })

    it('keeps a draft with its answers and its version of the template', async () => {
      const draft = await create()
      expect(draft).toMatchObject({
        template: 'sample/report',
        templateTitle: '年度报告',
        pack: { id: 'sample', name: '样例' },
        state: 'draft',
        revision: 1,
        title: '新',
        answers: sampleAnswers,
      })
      expect(await store.draft(who, draft.id)).toEqual(draft)
      expect(await store.hashOf(who, draft.id)).toBe('a1b2c3')
      expect(await store.template('a1b2c3')).toEqual(sampleTemplate)
      expect(await store.template('none')).toBeUndefined()
    })

    it('never rewrites a published version', async () => {
      const forged = { ...sampleTemplate, title: '改过的' }
      await store.create(who, { template: forged, title: '新', answers: {}, at: at() })
      expect((await store.template('a1b2c3'))?.title).toBe('年度报告')
    })

    it('shows a workspace nothing of another', async () => {
      const { id } = await create()
      const save = { patch: { base: 1, sections: {} }, at: at(), title }
      expect(await store.draft(stranger, id)).toBeUndefined()
      expect(await store.hashOf(stranger, id)).toBeUndefined()
      expect(await store.list(stranger, {})).toEqual([])
      expect(await store.summaries(stranger, [id])).toEqual([])
      expect(await store.files(stranger, id)).toEqual([])
      expect(await store.save(stranger, id, save)).toBe('missing')
      expect(await store.remove(stranger, id, at())).toBe('missing')
      expect(await store.restore(stranger, id)).toBe('missing')
      expect(await store.duplicate(stranger, id, at())).toBe('missing')
      expect(await store.history(stranger, id)).toBe('missing')
      expect(await store.answersAt(stranger, id, 1)).toBe('missing')
      expect(await store.submit(stranger, id, { revision: 1, answers: {}, at: at() })).toBe('missing')
      expect(await store.withdraw(stranger, id, at())).toBe('missing')
    })

    it('saves sections, follows the title, takes a section away and leaves the others', async () => {
      const { id } = await create()
      const saved = done(await save(id, { base: 1, sections: { money: { total: 12.5 }, text: null } }))
      expect(saved).toMatchObject({ revision: 2, others: {} })
      const draft = await store.draft(who, id)
      expect(draft?.answers).toEqual({ basics: sampleAnswers.basics, money: { total: 12.5 } })
      expect(draft).toMatchObject({ revision: 2, savedAt: saved.savedAt, title: saved.title })
    })

    it('merges two tabs that changed different sections, and tells each what the other did', async () => {
      const { id } = await create()
      done(await save(id, { base: 1, tab: 'a', turn: 1, sections: { text: text('甲') } }))
      const saved = done(await save(id, { base: 1, tab: 'b', turn: 1, sections: { money: { total: 1 } } }))
      expect(saved).toMatchObject({ revision: 3, others: { text: text('甲') } })
      expect((await store.draft(who, id))?.answers).toMatchObject({ text: text('甲'), money: { total: 1 } })
    })

    it('refuses the second of two tabs that changed the same section, and saves none of it', async () => {
      const { id } = await create()
      done(await save(id, { base: 1, tab: 'a', turn: 1, sections: { text: text('甲') } }))
      const found = obstacle(
        await save(id, { base: 1, tab: 'b', turn: 1, sections: { text: text('乙'), money: { total: 1 } } }),
      )
      expect(found).toMatchObject({ because: 'conflict', sections: ['text'] })
      expect(found.draft.answers).toMatchObject({ text: text('甲') })
      expect(await store.draft(who, id)).toEqual(found.draft)
      expect(found.draft.answers).not.toHaveProperty('money')
    })

    it('lets exactly one of many tabs win that save the same section at the same moment', async () => {
      const { id } = await create()
      const tabs = Array.from({ length: 12 }, (_, i) => `tab${i}`)
      const outcomes = await Promise.all(
        tabs.map((tab) => save(id, { base: 1, tab, turn: 1, sections: { text: text(tab) } })),
      )
      expect(outcomes.filter((outcome) => typeof outcome === 'object' && 'done' in outcome)).toHaveLength(1)
      expect((await store.draft(who, id))?.revision).toBe(2)
    })

    it('takes a repeated save once, and a save of the same tab whose answer was lost', async () => {
      const { id } = await create()
      const patch = { base: 1, tab: 'a', turn: 1, sections: { text: text('甲') } }
      expect(done(await save(id, patch)).revision).toBe(2)
      expect(done(await save(id, patch)).revision).toBe(2)
      expect(done(await save(id, { ...patch, turn: 2, sections: { text: text('甲乙') } })).revision).toBe(3)
      // The first arrives once more, late.
      expect(done(await save(id, patch)).revision).toBe(3)
      expect((await store.draft(who, id))?.answers).toMatchObject({ text: text('甲乙') })
    })

    it('gives every revision back', async () => {
      const { id } = await create()
      done(await save(id, { base: 1, sections: { text: text('二') } }))
      done(await save(id, { base: 2, sections: { text: null, money: { total: 3 } } }))
      expect(await store.answersAt(who, id, 1)).toEqual(sampleAnswers)
      expect(await store.answersAt(who, id, 2)).toEqual({ ...sampleAnswers, text: text('二') })
      expect(await store.answersAt(who, id, 3)).toEqual({ basics: sampleAnswers.basics, money: { total: 3 } })
      expect(await store.history(who, id)).toMatchObject([
        { revision: 3, what: 'saved', sections: ['money', 'text'] },
        { revision: 2, what: 'saved', sections: ['text'] },
        { revision: 1, what: 'created', sections: ['basics', 'text'] },
      ])
    })

    it('submits what was checked, keeps it, and gives the saved answers back when it is withdrawn', async () => {
      const { id } = await create()
      const settled = { basics: sampleAnswers.basics ?? null }
      const stale = obstacle(await store.submit(who, id, { revision: 7, answers: settled, at: at() }))
      expect(stale.because).toBe('conflict')

      const submitted = done(await store.submit(who, id, { revision: 1, answers: settled, at: at() }))
      expect(submitted).toMatchObject({ state: 'submitted', revision: 2, answers: settled })
      expect(submitted.submittedAt).toBeDefined()
      const late = obstacle(await save(id, { base: 1, sections: { text: text('晚') } }))
      expect(late.because).toBe('submitted')
      expect(obstacle(await store.submit(who, id, { revision: 2, answers: {}, at: at() })).because).toBe('submitted')
      expect(obstacle(await store.remove(who, id, at())).because).toBe('submitted')

      const withdrawn = done(await store.withdraw(who, id, at()))
      expect(withdrawn).toMatchObject({ state: 'draft', revision: 3, answers: sampleAnswers })
      expect(withdrawn.submittedAt).toBeUndefined()
      expect(obstacle(await store.withdraw(who, id, at())).because).toBe('not-submitted')
      expect(await store.answersAt(who, id, 2)).toEqual(settled)
      const history = await store.history(who, id)
      expect(history).toMatchObject([{ what: 'withdrawn' }, { what: 'submitted' }, { what: 'created' }])
    })

    it('deletes with undo', async () => {
      const { id } = await create()
      done(await store.remove(who, id, at()))
      expect((await store.list(who, {})).some((draft) => draft.id === id)).toBe(false)
      expect((await store.list(who, { state: 'deleted' })).some((draft) => draft.id === id)).toBe(true)
      expect(await store.summaries(who, [id])).toEqual([])
      expect(obstacle(await save(id, { base: 1, sections: { text: text('晚') } })).because).toBe('deleted')
      expect(await store.restore(who, id)).toMatchObject({ id, answers: sampleAnswers })
      expect(done(await save(id, { base: 1, sections: { text: text('晚') } })).revision).toBe(2)
    })

    it('duplicates answers and files', async () => {
      const { id } = await create()
      const file = { id: 'f1', name: '批复.pdf', size: 3, sha256: 'aa' }
      done(await store.addFile(who, id, file, at()))
      done(await save(id, { base: 1, sections: { text: null } }))
      const copy = await store.duplicate(who, id, at())
      if (copy === 'missing') throw new Error('not copied')
      expect(copy).toMatchObject({ state: 'draft', revision: 1, answers: { basics: sampleAnswers.basics } })
      expect(copy.id).not.toBe(id)
      expect(await store.files(who, copy.id)).toEqual([file])
    })

    it('lists by state and words, the last saved first', async () => {
      const first = await store.create(who, { template: sampleTemplate, title: '百分%之_一', answers: {}, at: at() })
      const second = await store.create(who, { template: sampleTemplate, title: 'Baotou 中心', answers: {}, at: at() })
      const titles = async (words: string) => (await store.list(who, { words })).map((draft) => draft.title)
      expect(await titles('%之_')).toEqual(['百分%之_一'])
      expect(await titles('baotou')).toEqual(['Baotou 中心'])
      expect(await titles("'; drop table draft; --\\")).toEqual([])
      expect((await titles('样例')).slice(0, 2)).toEqual(['Baotou 中心', '百分%之_一'])
      done(await store.submit(who, first.id, { revision: 1, answers: {}, at: at() }))
      expect((await store.list(who, { state: 'submitted' })).map((draft) => draft.id)).toContain(first.id)
      expect((await store.list(who, { state: 'draft' })).map((draft) => draft.id)).not.toContain(first.id)
      const wanted = [second.id, 'none', first.id]
      expect((await store.summaries(who, wanted)).map((draft) => draft.id)).toEqual([second.id, first.id])
    })

    it('keeps any text whole', async () => {
      const { id } = await create()
      const hostile = '\u0000\ud800 \u2028 🎓 𠮷 ‘;--" \\ </script> {{x}}'
      done(await save(id, { base: 1, sections: { text: text(hostile), money: { toString: '甲' } } }))
      expect((await store.draft(who, id))?.answers).toEqual({
        ...sampleAnswers,
        text: text(hostile),
        money: { toString: '甲' },
      })
    })

    it('refuses answers that are too large together, and keeps what there was', async () => {
      const { id } = await create()
      const half = text('字'.repeat(maxAnswersLength * 0.6))
      done(await save(id, { base: 1, sections: { text: half } }))
      expect(await save(id, { base: 2, sections: { money: half } })).toBe('too-large')
      expect((await store.draft(who, id))?.answers).toEqual({ ...sampleAnswers, text: half })
    })

    it('commits the writes of one turn together, and one that fails takes nothing from the others', async () => {
      const good = () =>
        engine.write(async (tx) => {
          await tx.updateTable('draft').set({ title: '好' }).where('id', '=', 'none').execute()
          return '好'
        })
      const bad = () =>
        engine.write(async (tx) => {
          await tx.insertInto('section').values({ draft: 'none', section: 's', revision: 1 }).execute()
        })
      const [before, broken, after] = await Promise.allSettled([good(), bad(), create()])
      expect(before).toMatchObject({ status: 'fulfilled', value: '好' })
      expect(broken.status).toBe('rejected')
      if (after.status === 'rejected') throw after.reason
      expect(await store.draft(who, after.value.id)).toBeDefined()
    })
  })
}
