import type { Procedure } from '@policyforms/procedure'
import { useMemo } from 'react'
import { stageAnchor, type Way } from './course.ts'
import { lineHeight } from './draw-stage.ts'
import { type Drawing, type DrawnArrow, layOut } from './lay-out.ts'

const ways: readonly Way[] = ['onward', 'back', 'end']

/** The procedure as a picture. Each stage leads to what is said of it in words. */
export default function Picture({ procedure }: { readonly procedure: Procedure }) {
  const { width, height, boxes, arrows } = useMemo(() => layOut(procedure), [procedure])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with links in it is a group; a fieldset is for forms
    <svg
      className="course-picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`程序图，${boxes.length} 个环节。点一个环节，看它的文字说明`}
    >
      <defs>
        {ways.map((way) => (
          <marker
            key={way}
            id={`arrow-${way}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className="arrow-head" data-way={way} d="M 0 0.5 L 8 4 L 0 7.5 z" />
          </marker>
        ))}
      </defs>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus, and the words tell it all */}
      <g aria-hidden="true">
        {arrows.map(({ from, to, way, path }) => (
          <path key={`${from} ${to}`} className="arrow" data-way={way} d={path} markerEnd={`url(#arrow-${way})`} />
        ))}
        {arrows.map((arrow) => (
          <ArrowLabel key={`${arrow.from} ${arrow.to}`} arrow={arrow} />
        ))}
      </g>
      {boxes.map((box) => (
        <Box key={box.stage.id} box={box} />
      ))}
    </svg>
  )
}

function ArrowLabel({ arrow: { way, label } }: { readonly arrow: DrawnArrow }) {
  const top = label.y - label.height / 2
  return (
    <g className="arrow-label" data-way={way}>
      <rect x={label.x - label.width / 2} y={top} width={label.width} height={label.height} />
      {label.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <text key={i} x={label.x} y={top + i * lineHeight + 13} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  )
}

function Box({ box }: { readonly box: Drawing['boxes'][number] }) {
  const { stage, x, y, width, height, lines } = box
  return (
    <a href={`#${stageAnchor(stage.id)}`} aria-label={stage.title} className="stage-box" data-end={stage.isEnd}>
      <rect x={x} y={y} width={width} height={height} rx={stage.isEnd ? 16 : 4} />
      {lines.map((line) => (
        <text key={line.y} data-is={line.is} x={x + 12} y={y + line.y}>
          {line.text}
        </text>
      ))}
    </a>
  )
}
