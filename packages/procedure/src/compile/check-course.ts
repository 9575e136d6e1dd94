import type { Typing } from './typing.ts'
import type { WrittenProcedure } from './written.ts'

/** The course as a graph: every stage can be reached, from every stage an end can be, and from an end nothing goes on. */
export const checkCourse = ({ stages, starts, transitions }: WrittenProcedure, on: Typing): void => {
  const arrows = Object.values(transitions).flatMap(({ from, to }) =>
    to === undefined ? [] : from.map((stage) => [stage, to] as const),
  )
  const reached = closure(
    starts.map(({ stage }) => stage),
    arrows,
  )
  const ends = Object.keys(stages).filter((id) => stages[id]?.end === true)
  const ending = closure(
    ends,
    arrows.map(([from, to]) => [to, from] as const),
  )
  for (const [id, { title }] of Object.entries(stages)) {
    if (!reached.has(id)) on.fault('stage-unreachable', `/stages/${id}`, { title })
    if (!ending.has(id)) on.fault('stage-endless', `/stages/${id}`, { title })
  }
  for (const [id, { from, title: transition }] of Object.entries(transitions))
    for (const [i, stage] of from.entries())
      if (ends.includes(stage))
        on.fault('stage-after-end', `/transitions/${id}/from/${i}`, {
          title: stages[stage]?.title ?? stage,
          transition,
        })
}

/** Everything that arrows lead to from some places, those included. */
const closure = (from: readonly string[], arrows: readonly (readonly [string, string])[]): ReadonlySet<string> => {
  const found = new Set(from)
  // A set hands out what joins it while it is gone through.
  for (const place of found) for (const [start, end] of arrows) if (start === place) found.add(end)
  return found
}
