import type { Answers, Draft, Saved, SavePatch } from '@policyforms/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ServerTrouble } from '../server/call.ts'
import { type Keeper, openKeeper } from './keeper.ts'
import type { Unsaved } from './mirror.ts'

/** A draft as the server keeps one: sections carry the revision that changed them last, and the tab. */
const openDraft = (answers: Answers) => {
  let revision = 1
  let kept = answers
  const last = new Map<string, { revision: number; tab: string | undefined }>()
  const summary = { id: 'd', title: 't', state: 'draft', savedAt: '', createdAt: '' } as const
  const draft = () =>
    ({
      ...summary,
      template: 'p/t',
      hash: 'h',
      templateTitle: 't',
      pack: { id: 'p', name: 'p' },
      revision,
      answers: kept,
    }) satisfies Draft
  const sentBy: SavePatch[] = []
  const send = async (patch: SavePatch): Promise<Saved> => {
    sentBy.push(patch)
    const since = [...last].filter(([, by]) => by.revision > patch.base && by.tab !== patch.tab).map(([key]) => key)
    const both = since.filter((key) => Object.hasOwn(patch.sections, key))
    if (both.length > 0)
      throw new ServerTrouble(
        409,
        Object.assign({ error: 'conflict' as const, message: '' }, { draft: draft(), sections: both }),
      )
    revision += 1
    kept = { ...kept, ...patch.sections }
    for (const key of Object.keys(patch.sections)) last.set(key, { revision, tab: patch.tab })
    return {
      revision,
      savedAt: '',
      title: 't',
      others: Object.fromEntries(since.map((key) => [key, kept[key] ?? null])),
    }
  }
  return { draft, send, sentBy, answers: () => kept }
}

const open = (server: ReturnType<typeof openDraft>, tab: string, send = server.send) => {
  const kept: { unsaved?: Unsaved | undefined; left?: Unsaved; merged: Answers[] } = { merged: [] }
  const keeper = openKeeper(server.draft(), {
    tab,
    send,
    read: async () => server.draft(),
    mirror: {
      keep: async (unsaved) => {
        kept.unsaved = unsaved
        return true
      },
      keepNow: (unsaved) => {
        kept.left = unsaved
      },
      release: () => undefined,
      clear: async () => {
        kept.unsaved = undefined
      },
      left: async () => [],
    },
    onMerged: (answers) => kept.merged.push(answers),
    onSaved: () => undefined,
    now: () => Date.now(),
  })
  return { keeper, kept }
}

const change = (keeper: Keeper, section: string, value: string) =>
  keeper.edit({ ...keeper.answers(), [section]: { value } })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('openKeeper', () => {
  it('gathers what is typed and saves the changed sections once idle', async () => {
    const server = openDraft({ a: { value: '' }, b: { value: '' } })
    const { keeper, kept } = open(server, 'one')
    for (const text of ['内', '内蒙', '内蒙古']) change(keeper, 'a', text)
    expect(keeper.state().saving.is).toBe('saving')
    expect(kept.unsaved?.after).toEqual({ a: { value: '内蒙古' } })
    await vi.advanceTimersByTimeAsync(900)
    expect(server.sentBy.map((patch) => patch.sections)).toEqual([{ a: { value: '内蒙古' } }])
    expect(keeper.state()).toMatchObject({ saving: { is: 'saved' }, revision: 2 })
    expect(kept.unsaved).toBeUndefined()
  })

  it('keeps a copy while the server is away, and saves by itself when it is back', async () => {
    const server = openDraft({ a: { value: '' } })
    let isAway = true
    const { keeper, kept } = open(server, 'one', (patch) =>
      isAway ? Promise.reject(new ServerTrouble(0, undefined)) : server.send(patch),
    )
    change(keeper, 'a', '一')
    await vi.advanceTimersByTimeAsync(900)
    expect(keeper.state().saving).toMatchObject({ is: 'kept', isMirrored: true })
    expect(kept.unsaved?.after).toEqual({ a: { value: '一' } })
    change(keeper, 'a', '一二')
    isAway = false
    await vi.advanceTimersByTimeAsync(40_000)
    expect(keeper.state().saving.is).toBe('saved')
    expect(server.answers()).toEqual({ a: { value: '一二' } })
  })

  it('merges what another tab saved in other sections, without a word', async () => {
    const server = openDraft({ a: { value: '' }, b: { value: '' } })
    const [one, two] = [open(server, 'one'), open(server, 'two')]
    change(one.keeper, 'a', '甲')
    await one.keeper.saveNow()
    change(two.keeper, 'b', '乙')
    await two.keeper.saveNow()
    expect(two.kept.merged).toEqual([{ a: { value: '甲' }, b: { value: '乙' } }])
    await one.keeper.catchUp(3)
    expect(one.keeper.answers()).toEqual(server.answers())
    expect(two.keeper.state().conflict).toBeUndefined()
  })

  it('asks when both changed one section, and saves what one decides', async () => {
    const server = openDraft({ a: { value: '' }, b: { value: '' } })
    const [one, two] = [open(server, 'one'), open(server, 'two')]
    change(one.keeper, 'a', '甲')
    await one.keeper.saveNow()
    change(two.keeper, 'a', '子')
    change(two.keeper, 'b', '丑')
    await two.keeper.saveNow()
    expect(two.keeper.state().conflict).toMatchObject({ sections: ['a'], theirs: { a: { value: '甲' } } })
    expect(server.answers()).toEqual({ a: { value: '甲' }, b: { value: '' } })
    two.keeper.resolve(['a'])
    await vi.advanceTimersByTimeAsync(10)
    expect(server.answers()).toEqual({ a: { value: '甲' }, b: { value: '丑' } })
    expect(two.keeper.state()).toMatchObject({ saving: { is: 'saved' } })
    expect(two.keeper.state().conflict).toBeUndefined()
  })

  it('is no conflict with itself when the answer to a save was lost', async () => {
    const server = openDraft({ a: { value: '' } })
    let isLost = true
    const { keeper } = open(server, 'one', async (patch) => {
      const saved = await server.send(patch)
      if (!isLost) return saved
      throw new ServerTrouble(0, undefined)
    })
    change(keeper, 'a', '一')
    await keeper.saveNow()
    isLost = false
    change(keeper, 'a', '一二')
    await vi.advanceTimersByTimeAsync(40_000)
    expect(keeper.state().conflict).toBeUndefined()
    expect(server.answers()).toEqual({ a: { value: '一二' } })
  })

  it('puts back what a lost tab had typed, and asks where the draft has moved on', async () => {
    const server = openDraft({ a: { value: '新' }, b: { value: '' } })
    const { keeper } = open(server, 'one')
    const before = { a: { value: '旧' }, b: { value: '' } }
    const back = await keeper.takeOver({
      draft: 'd',
      at: '',
      before,
      after: { a: { value: '我的' }, b: { value: '补' } },
    })
    expect(back).toEqual(['a', 'b'])
    expect(keeper.state().conflict?.sections).toEqual(['a'])
    keeper.resolve([])
    await vi.advanceTimersByTimeAsync(10)
    expect(server.answers()).toEqual({ a: { value: '我的' }, b: { value: '补' } })
  })

  it('leaves a copy before the page is gone, whatever becomes of the save on its way', async () => {
    const server = openDraft({ a: { value: '旧' } })
    const { keeper, kept } = open(server, 'one', () => new Promise(() => {}))
    change(keeper, 'a', '新写的')
    keeper.leave()
    expect(kept.left).toMatchObject({ before: { a: { value: '旧' } }, after: { a: { value: '新写的' } } })
    const next = open(server, 'two')
    if (kept.left) expect(await next.keeper.takeOver(kept.left)).toEqual(['a'])
    expect(next.keeper.answers()).toMatchObject({ a: { value: '新写的' } })
  })

  it('does not lose what is typed while a save is on its way', async () => {
    const server = openDraft({ a: { value: '' } })
    const { keeper } = open(server, 'one', async (patch) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      return server.send(patch)
    })
    change(keeper, 'a', '一')
    const saving = keeper.saveNow()
    change(keeper, 'a', '一二')
    await vi.advanceTimersByTimeAsync(3_000)
    await saving
    expect(server.answers()).toEqual({ a: { value: '一二' } })
    expect(keeper.state().saving.is).toBe('saved')
  })

  it('says so when the server refuses for good, and keeps the copy', async () => {
    const server = openDraft({ a: { value: '' } })
    const refusal = { error: 'submitted' as const, message: '已提交' }
    const { keeper, kept } = open(server, 'one', () => Promise.reject(new ServerTrouble(409, refusal)))
    change(keeper, 'a', '一')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(keeper.state().saving).toEqual({ is: 'refused', why: '已提交', error: 'submitted', isMirrored: true })
    expect(kept.unsaved?.after).toEqual({ a: { value: '一' } })
  })
})
