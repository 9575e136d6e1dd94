import type { Procedure, Stage, Transition } from '@policyforms/procedure'

/** Where an arrow leads: further on, back to what was before (or the same once more), or to the end. */
export type Way = 'onward' | 'back' | 'end'

export const wayTitles: Readonly<Record<Way, string>> = { onward: '前进', back: '退回', end: '办结或退出' }

/** All transitions between two stages. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly way: Way
  readonly transitions: readonly Transition[]
}

type Course = Pick<Procedure, 'stages' | 'transitions' | 'obligations' | 'consequences'>

/** Stages stand in the order in which the pack writes them, so what leads to an earlier one leads back. */
export const wayOf = ({ stages }: Pick<Course, 'stages'>, from: string, to: string): Way => {
  const at = (id: string) => stages.findIndex((stage) => stage.id === id)
  if (stages[at(to)]?.isEnd) return 'end'
  return at(to) > at(from) ? 'onward' : 'back'
}

/** What leads from one stage to another. */
export const arrowsOf = (course: Course): readonly Arrow[] => {
  const steps = course.transitions.flatMap((transition) =>
    transition.from.flatMap((from) =>
      transition.to === undefined || transition.to === from ? [] : { from, to: transition.to, transition },
    ),
  )
  const pairs = Map.groupBy(steps, ({ from, to }) => `${from} ${to}`)
  return [...pairs.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { from, to } = first
    return { from, to, way: wayOf(course, from, to), transitions: same.map(({ transition }) => transition) }
  })
}

/** What is done in a stage and leaves the case there, or begins the stage anew. */
export const doneWithin = ({ transitions }: Course, stage: Stage): readonly Transition[] =>
  transitions.filter(({ from, to }) => from.includes(stage.id) && (to === undefined || to === stage.id))

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const stems = '甲乙丙丁戊己庚辛壬癸'

/** How an obligation is marked in the picture: ①, ②, … */
export const obligationMark = (index: number): string => circled[index] ?? `(${index + 1})`

/** How a consequence is marked in the picture: 甲, 乙, … */
export const consequenceMark = (index: number): string => stems[index] ?? `(${index + 1})`

/** The marks of what is due and can be done in a stage. */
export const marksOfStage = ({ transitions, obligations }: Course, stage: Stage): string => {
  const here = new Set(transitions.filter(({ from }) => from.includes(stage.id)).map(({ id }) => id))
  return obligations.map((one, i) => (one.doneBy.some((id) => here.has(id)) ? obligationMark(i) : '')).join('')
}

/** The marks of the grounds on which a transition is made. */
export const marksOfTransition = ({ consequences }: Course, { id }: Transition): string =>
  consequences.map((one, i) => (one.transition === id ? consequenceMark(i) : '')).join('')

/** What may be done in more than one stage without leaving it: said once, and named in each. */
export const sharedWithin = ({ transitions }: Pick<Course, 'transitions'>): readonly Transition[] =>
  transitions.filter(({ from, to }) => from.length > 1 && to === undefined)

/** Where what is said of a stage in words stands on the page. */
export const stageAnchor = (id: string): string => `stage-${id}`
