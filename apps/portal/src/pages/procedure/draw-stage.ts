import type { Procedure, Stage } from '@policyforms/procedure'
import { doneWithin, marksOfStage } from './course.ts'
import { wrapText } from './wrap-text.ts'

export const titleSize = 14
export const smallSize = 12
export const lineHeight = 18

const boxWidth = 200
const padding = 12
/** Narrower than the box, as a comma may stand beyond the end of a line. */
const textWidth = 168

/** A stage as it is drawn: its lines of text, and how much room they take. */
export interface StageBox {
  readonly stage: Stage
  readonly width: number
  readonly height: number
  readonly lines: readonly StageLine[]
}

export interface StageLine {
  readonly text: string
  readonly is: 'title' | 'marks' | 'roles' | 'within'
  /** The baseline, from the top of the box. */
  readonly y: number
}

export const drawStage = (procedure: Procedure, stage: Stage): StageBox => {
  const small = (is: StageLine['is'], text: string) =>
    text === '' ? [] : wrapText(text, smallSize, textWidth).map((line) => ({ is, text: line }))
  const roles = stage.roles.map((role) => procedure.pack.roles[role] ?? role).join('、')
  const within = doneWithin(procedure, stage).map(({ title, to }) => (to === undefined ? title : `↺ ${title}`))
  const marks = marksOfStage(procedure, stage)
  const lines = [
    ...wrapText(stage.title, titleSize, textWidth).map((text) => ({ is: 'title' as const, text })),
    ...small('roles', roles),
    ...small('within', within.length > 0 ? `办理：${within.join('、')}` : ''),
    ...small('marks', marks && `期限 ${marks}`),
  ].map((line, i) => ({ ...line, y: padding + i * lineHeight + 13 }))
  return { stage, width: boxWidth, height: 2 * padding + lines.length * lineHeight, lines }
}
