import type { Issue } from '@policyforms/core'
import { type Case, type CaseEvent, eventsOfStage, hasEnded, stageOf } from './case.ts'
import { hindrances } from './hindrances.ts'
import { holds } from './judge.ts'
import type { Fact, Opinion, Procedure, StageDocument, Transition } from './procedure.ts'
import { groundsFor, standingOf } from './standing.ts'

/** Something that a role can do in the stage of a case. */
export type Offer =
  /** A step. With issues it cannot be made yet, and they say why. */
  | {
      readonly is: 'transition'
      readonly transition: Transition
      /** What has to be given with it. */
      readonly asks: readonly Fact[]
      readonly issues: readonly Issue[]
      /** The consequences that it would rest on. */
      readonly grounds: readonly string[]
    }
  /** `givenOn`: the last day on which it was handed in during this stage. */
  | { readonly is: 'document'; readonly document: StageDocument; readonly givenOn?: string }
  | { readonly is: 'opinion'; readonly opinion: Opinion; readonly givenOn?: string }

/** Everything that a role can do now or could do here, were it not for what the issues say. */
export const actionsFor = (procedure: Procedure, one: Case, role: string, now: string): readonly Offer[] => {
  const stage = stageOf(procedure, one)
  if (!stage || hasEnded(procedure, one)) return []
  const events = eventsOfStage(procedure, one)
  const standing = standingOf(procedure, one, now)
  const given = (isIt: (event: CaseEvent) => boolean) => {
    const day = events.findLast(isIt)?.at
    return day === undefined ? {} : { givenOn: day }
  }
  return [
    ...stage.documents
      .filter((document) => document.role === role && holds(document.when, standing.known))
      .map(
        (document): Offer => ({
          is: 'document',
          document,
          ...given((event) => 'document' in event && event.document === document.id),
        }),
      ),
    ...stage.opinions
      .filter((opinion) => opinion.role === role && holds(opinion.when, standing.known))
      .map(
        (opinion): Offer => ({
          is: 'opinion',
          opinion,
          ...given((event) => 'opinion' in event && event.opinion === opinion.id),
        }),
      ),
    ...procedure.transitions
      .filter(({ from, roles }) => from.includes(stage.id) && roles.includes(role))
      .map((transition): Offer => {
        const issues = hindrances(standing, transition).filter(
          ({ code }) => code !== 'action-condition' || !waitsForAsked(transition),
        )
        const asks = procedure.facts.filter(({ id }) => transition.asks.includes(id))
        return { is: 'transition', transition, asks, issues, grounds: groundsFor(standing, transition.id) }
      }),
  ]
}

/** A condition on what is asked cannot be judged before it is given. */
const waitsForAsked = ({ when, asks }: Transition): boolean =>
  when?.reads.some(([name, fact]) => name === 'facts' && fact !== undefined && asks.includes(fact)) === true
