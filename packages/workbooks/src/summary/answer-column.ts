import { type HeadedColumn, headedColumn } from './headed-column.ts'
import type { Planning } from './sheet-plan.ts'
import { type Source, sourceIn } from './source.ts'
import { type LinedUp, labelIn } from './versions.ts'

/** A column of answers, and where each version of the template has them. */
export interface AnswerColumn extends HeadedColumn {
  readonly sources: ReadonlyMap<string, Source>
}

export const answerColumn = (
  one: LinedUp,
  group: string,
  adds: boolean,
  { versions, styles, form }: Planning,
): AnswerColumn => {
  const { field } = one.column
  const headed = { field, group, label: labelIn(one, versions), lists: one.version.lists, adds }
  return {
    ...headedColumn(styles, headed),
    sources: new Map(one.places.map((place) => [place.version.hash, sourceIn(place, one, form)])),
  }
}
