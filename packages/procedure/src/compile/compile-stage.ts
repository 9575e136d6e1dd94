import type { ProcedureContext } from '@policyforms/core/pack'
import type { Opinion, Stage, StageDocument } from '../procedure.ts'
import { each, named } from './entries.ts'
import type { WrittenDocument, WrittenOpinion, WrittenProcedure, WrittenStage } from './written.ts'

export const compileStage = (
  id: string,
  one: WrittenStage,
  { transitions }: WrittenProcedure,
  context: ProcedureContext,
): Stage => {
  const documents = each<WrittenDocument, StageDocument>(one.documents, (key, document) => ({
    ...named(key, { title: context.templates.get(document.template ?? '') ?? '', ...document }),
    ...(document.template !== undefined && { template: document.template }),
    role: document.role,
    isOptional: document.optional === true,
  }))
  const opinions = each<WrittenOpinion, Opinion>(one.opinions, (key, opinion) => ({
    ...named(key, opinion),
    role: opinion.role,
    isOptional: opinion.optional === true,
  }))
  const acting = Object.values(transitions).flatMap(({ from, roles }) => (from.includes(id) ? roles : []))
  return {
    ...named(id, one),
    ...(one.phase !== undefined && { phase: one.phase }),
    isEnd: one.end === true,
    roles: [...new Set([...[...documents, ...opinions].map(({ role }) => role), ...acting])],
    documents,
    opinions,
  }
}
