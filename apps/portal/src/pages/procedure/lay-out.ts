import { Graph, layout, type Point } from '@dagrejs/dagre'
import type { Procedure } from '@policyforms/procedure'
import { type Arrow, arrowsOf, marksOfTransition } from './course.ts'
import { drawStage, lineHeight, type StageBox, smallSize } from './draw-stage.ts'
import { widthOf, wrapText } from './wrap-text.ts'

/** A procedure with a place for everything, in pixels. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly (StageBox & { readonly x: number; readonly y: number })[]
  readonly arrows: readonly DrawnArrow[]
}

export interface DrawnArrow extends Arrow {
  /** The data of an SVG path. */
  readonly path: string
  readonly label: Label
}

interface Label {
  readonly lines: readonly string[]
  /** Its middle. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const labelWidth = 108
const margin = 8

export const layOut = (procedure: Procedure): Drawing => {
  const graph = new Graph()
  // Aligned to the upper left, the main line runs straight down and the exits lie beside it.
  graph.setGraph({ align: 'UL', nodesep: 24, edgesep: 12, ranksep: 28, marginx: margin, marginy: margin })
  const drawn = procedure.stages.map((stage) => drawStage(procedure, stage))
  for (const { stage, width, height } of drawn) graph.setNode(stage.id, { width, height })
  const labelled = arrowsOf(procedure).map((arrow) => ({ arrow, label: labelOf(procedure, arrow) }))
  for (const { arrow, label } of labelled) {
    const { width, height } = label
    // What leads on holds the main line straight; what leaves it goes around.
    graph.setEdge(arrow.from, arrow.to, { width, height, labelpos: 'c', weight: arrow.way === 'onward' ? 8 : 1 })
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  const boxes = drawn.map((box) => {
    const { x, y } = graph.node(box.stage.id)
    return { ...box, x: x - box.width / 2, y: y - box.height / 2 }
  })
  const arrows = labelled.map(({ arrow, label }) => {
    const { points, x, y } = graph.edge(arrow.from, arrow.to)
    return { ...arrow, path: pathThrough(points), label: { ...label, x, y } }
  })
  return { width, height, boxes, arrows }
}

const labelOf = (procedure: Procedure, { transitions }: Arrow) => {
  const lines = transitions.flatMap((transition) => {
    const marks = marksOfTransition(procedure, transition)
    return [...wrapText(transition.title, smallSize, labelWidth), ...(marks ? [`〔${marks}〕`] : [])]
  })
  const width = Math.max(...lines.map((line) => widthOf(line, smallSize))) + 8
  return { lines, width, height: lines.length * lineHeight }
}

const round = (n: number) => Math.round(n * 10) / 10
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`

/** A line through the points, rounded at each. */
const pathThrough = (points: readonly Point[]): string => {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (!first || !last) return ''
  const bends = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? last
    return `Q ${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
  })
  return `M ${at(first)} ${bends.join(' ')} L ${at(last)}`
}
