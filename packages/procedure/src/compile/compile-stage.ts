import type { ProcedureContext } from '@policyforms/core/pack'
import type { Opinion, Stage, StageDocument } from '../procedure.ts'
import { each, named } from './entries.ts'
import type { Scopes } from './names.ts'
import type { Typing } from './typing.ts'
import type { WrittenDocument, WrittenOpinion, WrittenProcedure, WrittenStage } from './written.ts'

export const compileStage = (
  id: string,
  one: WrittenStage,
  { transitions }: WrittenProcedure,
  { templates }: ProcedureContext,
  on: Typing,
  scopes: Scopes,
): Stage => {
  const asked = (map: 'documents' | 'opinions', key: string, one: WrittenDocument | WrittenOpinion) => ({
    role: one.role,
    isOptional: one.optional === true,
    ...on.condition(one.when, `/stages/${id}/${map}/${key}/when`, scopes.facts),
  })
  const documents = each<WrittenDocument, StageDocument>(one.documents, (key, document) => ({
    ...named(key, { title: templates.get(document.template ?? '') ?? '', ...document }),
    ...(document.template !== undefined && { template: document.template }),
    ...asked('documents', key, document),
  }))
  const opinions = each<WrittenOpinion, Opinion>(one.opinions, (key, opinion) => ({
    ...named(key, opinion),
    ...asked('opinions', key, opinion),
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
