import { property } from '../answers/json.ts'
import type { Issue } from '../issues/issue.ts'
import type { IsSafePattern } from './check-patterns.ts'
import { type ProcedureContext, procedureIssues } from './check-procedure.ts'
import type { PackContext } from './pack-context.ts'
import type { Source } from './source.ts'

/** A procedure that names nothing unknown, with what is needed to compile it. */
export interface ProcedureSource {
  readonly source: Source
  readonly context: ProcedureContext
  readonly isSafePattern: IsSafePattern
}

/** The procedure of a pack, if it has one and nothing is wrong with its shape and names. */
export const procedureSource = (
  source: Source | undefined,
  { pack, clauses, offices }: PackContext,
  templates: readonly (readonly [string, Source])[],
  isSafePattern: IsSafePattern,
): { readonly procedure?: ProcedureSource; readonly issues: readonly Issue[] } => {
  if (!source) return { issues: [] }
  const titles = templates.map(([id, template]) => [id, String(property(template.value, 'title') ?? id)] as const)
  const context = { pack, clauses, offices, templates: new Map(titles) }
  const issues = procedureIssues(source, context)
  return issues.length > 0 ? { issues } : { procedure: { source, context, isSafePattern }, issues }
}
