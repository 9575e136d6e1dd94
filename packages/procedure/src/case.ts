import type { JsonObject } from '@policyforms/core'
import type { Procedure } from './procedure.ts'

/** One matter on its way: where it is, what has happened, and what is known. Plain JSON. */
export interface Case {
  readonly stage: string
  /** In the order in which they happened. */
  readonly events: readonly CaseEvent[]
  readonly facts: JsonObject
}

/** `at` is the day in Asia/Shanghai, 'YYYY-MM-DD'; `by` is a role. */
interface Happened {
  readonly at: string
  readonly by: string
}

export interface TransitionEvent extends Happened {
  readonly transition: string
  /** What was asked for and given. */
  readonly facts?: JsonObject
  /** The obligations it met, each by the day on which it was due. */
  readonly meets?: readonly { readonly obligation: string; readonly due: string }[]
  /** The consequences that it rests on. */
  readonly grounds?: readonly string[]
}

/** A document of the stage was handed in. */
export interface DocumentEvent extends Happened {
  readonly document: string
}

/** An opinion that the stage asks for was given. */
export interface OpinionEvent extends Happened {
  readonly opinion: string
}

export type CaseEvent = TransitionEvent | DocumentEvent | OpinionEvent

/** What somebody wants to do. */
export type Action =
  | { readonly transition: string; readonly by: string; readonly facts?: JsonObject }
  | { readonly document: string; readonly by: string }
  | { readonly opinion: string; readonly by: string }

/** What has happened since the case came to its stage. */
export const eventsOfStage = (procedure: Procedure, { events }: Case): readonly CaseEvent[] => {
  const moves = new Set(procedure.transitions.flatMap(({ id, to }) => (to === undefined ? [] : [id])))
  return events.slice(1 + events.findLastIndex((event) => 'transition' in event && moves.has(event.transition)))
}

export const stageOf = (procedure: Procedure, { stage }: Pick<Case, 'stage'>) =>
  procedure.stages.find(({ id }) => id === stage)

export const hasEnded = (procedure: Procedure, one: Case): boolean => stageOf(procedure, one)?.isEnd === true
