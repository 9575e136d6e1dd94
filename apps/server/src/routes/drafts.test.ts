import type {
  Conflict,
  Draft,
  DraftSummary,
  HistoryEntry,
  PackListing,
  Saved,
  Session,
  Template,
} from '@policyforms/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reply, type Running, refusalOf, startServer } from '../sample/client.ts'

let server: Running
beforeAll(async () => {
  // Still 2025 in London, already 2026 in Beijing.
  server = await startServer({ now: () => new Date('2025-12-31T20:00:00Z') })
})
afterAll(() => server.stop())

/** What a reply of success holds, by the contract. */
const ok = <T>(reply: Reply, status = 200): T => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(status)
  return reply.body as T
}
const patch = (id: string, base: number, sections: object, more: object = {}) =>
  server.send('PATCH', `/api/drafts/${id}`, { base, sections, ...more })
const basics = { name: '稀土新材料技术创新中心', joint: false }

describe('packs and templates', () => {
  it('says who is here, and that it is well', async () => {
    expect(ok<Session>(await server.get('/api/session')).user.id).toBe('local')
    expect(ok(await server.get('/api/health'))).toEqual({ ok: true })
  })

  it('lists the packs, the broken one with its faults and without templates', async () => {
    const packs = ok<PackListing[]>(await server.get('/api/packs'))
    const broken = packs.find((pack) => pack.id === 'broken')
    const sound = packs.find((pack) => pack.id === 'sample')
    expect(broken?.templates).toEqual([])
    expect(sound).toMatchObject({ name: '样例省', code: '990000', level: 'province' })
    expect(sound?.templates).toMatchObject([{ id: 'sample/report', title: '样例年度报告', version: '1.0.0' }])
    const faults = ok<unknown[]>(await server.get('/api/packs/broken/faults'))
    expect(faults).toHaveLength(broken?.faults ?? -1)
    expect(faults).toContainEqual(expect.objectContaining({ file: 'broken/jurisdiction.json', line: 4, at: '/nmae' }))
    expect(refusalOf(await server.get('/api/packs/nowhere/faults')).error).toBe('pack-unknown')
  })

  it('gives a template with its hash as ETag, and for ever by that hash', async () => {
    const reply = await server.get('/api/templates/sample/report')
    const template = ok<Template>(reply)
    const tag = reply.headers.get('etag') ?? ''
    expect(tag).toBe(`"${template.hash}"`)
    expect((await server.get('/api/templates/sample/report', { 'if-none-match': tag })).status).toBe(304)
    const byHash = await server.get(`/api/templates/by-hash/${template.hash}`)
    expect(ok(byHash)).toEqual(template)
    expect(byHash.headers.get('cache-control')).toContain('immutable')
    expect(refusalOf(await server.get('/api/templates/sample/none')).error).toBe('template-unknown')
    expect(refusalOf(await server.get('/api/templates/by-hash/none')).error).toBe('template-unknown')
  })
})

describe('filling', () => {
  it('begins with what is prefilled, by the date in China', async () => {
    const created = ok<Draft>(await server.send('POST', '/api/drafts', { template: 'sample/report' }), 201)
    expect(created).toMatchObject({
      revision: 1,
      state: 'draft',
      title: '样例年度报告',
      answers: { basics: { year: 2025 } },
    })
    expect(ok<Draft>(await server.get(`/api/drafts/${created.id}`))).toEqual(created)
    expect(refusalOf(await server.send('POST', '/api/drafts', { template: 'sample/none' })).error).toBe(
      'template-unknown',
    )
    expect(refusalOf(await server.send('POST', '/api/drafts', { template: 'broken/any' })).error).toBe('pack-broken')
  })

  it('saves, follows the title, finds it again', async () => {
    const { id } = await server.create()
    const saved = ok<Saved>(await patch(id, 1, { basics }))
    expect(saved).toMatchObject({ revision: 2, title: basics.name, others: {} })
    const found = ok<DraftSummary[]>(await server.get(`/api/drafts?state=draft&q=${encodeURIComponent('稀土')}`))
    expect(found.map((draft) => draft.id)).toContain(id)
    expect(found[0]).not.toHaveProperty('answers')
    expect(refusalOf(await server.get('/api/drafts?state=other')).error).toBe('bad-request')
  })

  it('lets two tabs write different sections, and tells the second when both wrote the same', async () => {
    const { id } = await server.create()
    ok(await patch(id, 1, { basics }, { tab: 'a', turn: 1 }))
    expect(ok<Saved>(await patch(id, 1, { money: { own: 1 } }, { tab: 'b', turn: 1 })).others).toEqual({ basics })

    const reply = await patch(id, 1, { basics: { name: '另一个' } }, { tab: 'b', turn: 2 })
    expect(reply.status).toBe(409)
    const conflict = refusalOf(reply) as Conflict
    expect(conflict).toMatchObject({
      error: 'conflict',
      sections: ['basics'],
      draft: { revision: 3, answers: { basics } },
    })
    expect(conflict.message).toMatch(/两边的内容都还在/)
    // Having seen it, the tab may insist.
    ok(await patch(id, conflict.draft.revision, { basics: { name: '另一个' } }, { tab: 'b', turn: 3 }))
  })

  it('deletes with undo, duplicates, gives history back', async () => {
    const { id } = await server.create()
    ok(await patch(id, 1, { basics }))
    expect((await server.send('DELETE', `/api/drafts/${id}`)).status).toBe(204)
    expect(refusalOf(await patch(id, 2, { basics: {} })).error).toBe('deleted')
    expect(ok<Draft>(await server.send('POST', `/api/drafts/${id}/restore`)).answers).toEqual({ basics })
    const copy = ok<Draft>(await server.send('POST', `/api/drafts/${id}/duplicate`), 201)
    expect(copy).toMatchObject({ revision: 1, answers: { basics }, title: basics.name })
    const history = ok<HistoryEntry[]>(await server.get(`/api/drafts/${id}/history`))
    expect(history.map(({ revision, what }) => [revision, what])).toEqual([
      [2, 'saved'],
      [1, 'created'],
    ])
    expect(ok(await server.get(`/api/drafts/${id}/history/1`))).toEqual({ basics: { year: 2025 } })
    expect(refusalOf(await server.get(`/api/drafts/${id}/history/1e400`)).error).toBe('not-found')
  })

  it('knows no draft by another name', async () => {
    for (const path of ['', '/history', '/history/1', '/word', '/sheet', '/files/x'])
      expect(refusalOf(await server.get(`/api/drafts/none${path}`)).error).toBe('not-found')
    for (const path of ['restore', 'duplicate', 'withdraw', 'files', 'sheet'])
      expect((await server.send('POST', `/api/drafts/none/${path}`)).status).toBe(404)
    expect((await server.send('DELETE', '/api/drafts/none')).status).toBe(404)
    expect(refusalOf(await patch('none', 1, {})).error).toBe('not-found')
  })
})

describe('submitting', () => {
  const submit = (id: string, revision: number) => server.send('POST', `/api/drafts/${id}/submit`, { revision })

  it('is refused while something is wrong, with every issue', async () => {
    const { id } = await server.create()
    ok(await patch(id, 1, { basics: { joint: true }, money: { own: 'viel' } }))
    const reply = await submit(id, 2)
    expect(reply.status).toBe(422)
    const { issues = [], message } = refusalOf(reply)
    expect(issues.map(({ at }) => at)).toEqual(expect.arrayContaining(['/basics/name', '/money/own', '/partners/list']))
    expect(message).toMatch(/已填的内容都已保存/)
  })

  it('drops what is hidden, fills in what is computed, lets warnings pass, and gives all back when withdrawn', async () => {
    const { id } = await server.create()
    const partners = { list: '甲、乙' }
    ok(await patch(id, 1, { basics, money: { own: 1.1, grant: 2.2 }, partners }))
    expect(refusalOf(await submit(id, 1)).error).toBe('conflict')
    const submitted = ok<Draft>(await submit(id, 2))
    expect(submitted).toMatchObject({
      state: 'submitted',
      answers: { basics, money: { own: 1.1, grant: 2.2, total: 3.3 } },
    })
    expect(submitted.answers).not.toHaveProperty('partners')
    expect(submitted.submittedAt).toBe('2025-12-31T20:00:00.000Z')

    expect(refusalOf(await patch(id, 3, { basics: {} })).error).toBe('submitted')
    expect(refusalOf(await submit(id, 3)).error).toBe('submitted')
    expect(refusalOf(await server.send('DELETE', `/api/drafts/${id}`)).error).toBe('submitted')
    const withdrawn = ok<Draft>(await server.send('POST', `/api/drafts/${id}/withdraw`))
    expect(withdrawn).toMatchObject({ state: 'draft', answers: { partners } })
    expect(refusalOf(await server.send('POST', `/api/drafts/${id}/withdraw`)).error).toBe('not-submitted')
  })

  it('takes no file that was never uploaded', async () => {
    const { id } = await server.create()
    const files = [{ id: 'forged', name: '批复.pdf', size: 1 }]
    ok(await patch(id, 1, { basics, proof: { files } }))
    expect(refusalOf(await submit(id, 2)).issues?.map(({ at }) => at)).toEqual(['/proof/files/0'])
  })
})

describe('bad input', () => {
  it('is refused with a word, and what was saved stays', async () => {
    const { id } = await server.create()
    ok(await patch(id, 1, { basics }))
    const path = `/api/drafts/${id}`
    const deep = `{"base":2,"sections":{"basics":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`
    const cases: readonly [body: unknown, error: string][] = [
      ['{"base":2,', 'bad-request'],
      ['', 'bad-request'],
      ['[]', 'bad-request'],
      [{ base: '2', sections: {} }, 'bad-request'],
      [{ base: -1, sections: {} }, 'bad-request'],
      [{ base: 2, sections: [] }, 'bad-request'],
      [{ base: 2, sections: {}, extra: 1 }, 'bad-request'],
      [{ base: 2, sections: {}, tab: '<script>' }, 'bad-request'],
      ['{"base":2,"sections":{"__proto__":{"polluted":true}}}', 'bad-request'],
      ['{"base":2,"sections":{"basics":{"constructor":{"prototype":{"polluted":true}}}}}', 'bad-request'],
      [{ base: 2, sections: { toString: {} } }, 'unknown-section'],
      [{ base: 2, sections: { nowhere: {} } }, 'unknown-section'],
      [deep, 'too-deep'],
    ]
    for (const [body, error] of cases) {
      const refusal = refusalOf(await server.send('PATCH', path, body, { 'content-type': 'application/json' }))
      expect(refusal.error, String(body).slice(0, 80)).toBe(error)
      expect(refusal.message).toMatch(/。$/)
    }
    expect({}).not.toHaveProperty('polluted')
    expect(ok<Draft>(await server.get(path))).toMatchObject({ revision: 2, answers: { basics } })
  })

  it('takes answers up to 10 MB, and refuses more with 413', async () => {
    const { id } = await server.create()
    const text = (bytes: number) => ({ partners: { list: 'x'.repeat(bytes) } })
    ok(await patch(id, 1, text(10 * 2 ** 20 - 1000)))
    const reply = await patch(id, 2, text(10 * 2 ** 20))
    expect(reply.status).toBe(413)
    expect(refusalOf(reply)).toMatchObject({ error: 'too-large' })
    expect(refusalOf(reply).message).toMatch(/10 MB/)
    const together = await patch(id, 2, { basics: { name: 'x'.repeat(2000) } })
    expect(together.status).toBe(413)
    expect(ok<Draft>(await server.get(`/api/drafts/${id}`)).revision).toBe(2)
  })
})
