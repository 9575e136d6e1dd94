import { addDays, type JsonObject } from '@policyforms/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Action,
  actionsFor,
  advance,
  askedToOpen,
  type Case,
  consequencesOf,
  type Fact,
  type Offer,
  obligationsOf,
  openCase,
  type Procedure,
} from './index.ts'
import { openProcedures } from './testing/packs.ts'
import { compileTrial } from './testing/trial.ts'

const trial = compileTrial().procedure
const procedures = [...(await openProcedures()), ...(trial ? [['trial', trial] as const] : [])]
const start = '2020-01-06'

const sampleOf = ({ kind, options = [] }: Fact, n: number) => {
  const values = { text: `甲${n}`, number: n, date: addDays(start, n), 'yes-no': n % 2 === 0 }
  return kind === 'choice' ? (options[n % options.length]?.code ?? '') : values[kind]
}

const actionOf = (offer: Offer, by: string, n: number): Action => {
  if (offer.is === 'document') return { document: offer.document.id, by }
  if (offer.is === 'opinion') return { opinion: offer.opinion.id, by }
  const facts: JsonObject = Object.fromEntries(offer.asks.map((fact) => [fact.id, sampleOf(fact, n)]))
  return { transition: offer.transition.id, by, ...(offer.asks.length > 0 && { facts }) }
}

/** A case for every way of answering what is asked before it is opened. */
const beginnings = (procedure: Procedure): readonly Case[] => {
  const answers = askedToOpen(procedure).reduce<readonly JsonObject[]>(
    (before, fact) =>
      [undefined, ...(fact.options ?? [1, 2]).map((_, n) => sampleOf(fact, n))].flatMap((value) =>
        before.map((facts) => (value === undefined ? facts : { ...facts, [fact.id]: value })),
      ),
    [{}],
  )
  return answers.flatMap((facts) => openCase(procedure, facts, start).case ?? [])
}

describe.each(procedures)('%s', (_, procedure) => {
  const roles = Object.keys(procedure.pack.roles)
  const isOpen = (offer: Offer) => offer.is !== 'transition' || offer.issues.length === 0
  const offersAt = (one: Case, now: string) =>
    roles.flatMap((by) =>
      actionsFor(procedure, one, by, now)
        .filter(isOpen)
        .map((offer) => ({ offer, by })),
    )
  const begun = beginnings(procedure)

  it('can begin wherever it may start', () => {
    const stages = new Set(procedure.starts.map(({ stage }) => stage))
    expect(new Set(begun.map(({ stage }) => stage))).toEqual(stages)
  })

  it('does what it offers, keeps its facts in shape, and is never stuck, whatever course is taken', () => {
    const steps = fc.array(fc.record({ pick: fc.nat(), wait: fc.nat(400), n: fc.nat(50) }), { maxLength: 40 })
    fc.assert(
      fc.property(fc.constantFrom(...begun), steps, (first, walk) => {
        let [one, now] = [first, start]
        for (const { pick, wait, n } of walk) {
          const before: Case = one
          now = addDays(now, wait)
          const isEnd = procedure.stages.find(({ id }) => id === before.stage)?.isEnd
          const offers = offersAt(before, now)
          if (isEnd) {
            expect([offers, obligationsOf(procedure, before, now)]).toEqual([[], []])
            return
          }
          expect(offers).not.toEqual([])
          const chosen = offers[pick % offers.length]
          if (!chosen) return
          const { case: after, issues } = advance(procedure, before, actionOf(chosen.offer, chosen.by, n), now)
          const waits = chosen.offer.is === 'transition' && chosen.offer.asks.length > 0
          expect(issues.map(({ code }) => code)).toEqual(after ? [] : [waits ? 'action-condition' : 'none'])
          for (const { transition } of consequencesOf(procedure, before, now))
            expect(procedure.transitions.find(({ id }) => id === transition)?.from).toContain(before.stage)
          for (const due of obligationsOf(procedure, after ?? before, now))
            if (due.isOverdue)
              expect([due.due < now, due.metOn, due.exemptBecause]).toEqual([true, undefined, undefined])
          one = after ?? before
          for (const [key, value] of Object.entries(one.facts))
            expect(typeof value).toBe(typeof sampleOf(procedure.facts.find(({ id }) => id === key) ?? wrong, 1))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('refuses whatever is not its own, and never throws', () => {
    const words = fc.constantFrom(
      ...roles,
      ...procedure.transitions.map(({ id }) => id),
      'constructor',
      '__proto__',
      '',
    )
    const action = fc.oneof(
      fc.record({ transition: words, by: words, facts: fc.dictionary(words, fc.constantFrom('x', 1, true)) }),
      fc.record({ document: words, by: words }),
      fc.record({ opinion: words, by: words }),
    )
    const facts = fc.dictionary(
      fc.constantFrom(...procedure.facts.map(({ id }) => id)),
      fc.constantFrom('x', 1, '2024-13-01', '0001-01-01', '9999-12-31'),
    )
    fc.assert(
      fc.property(
        action,
        facts,
        fc.constantFrom(...procedure.stages, { id: 'nowhere' }),
        (what, known, { id: stage }) => {
          const one: Case = { stage, events: [], facts: known }
          const { case: after, issues } = advance(procedure, one, what, '2024-06-01')
          expect(after === undefined).toBe(issues.length > 0)
          const due = obligationsOf(procedure, one, '2024-06-01').map((each) => each.due)
          expect(due).toEqual([...due].sort())
        },
      ),
      { numRuns: 150 },
    )
  })
})

const wrong: Fact = { id: '', title: '', clauses: [], kind: 'text' }
