import { fileURLToPath } from 'node:url'
import { openSchemas } from '@policyforms/core/node'
import { compileProcedure } from '@policyforms/procedure/compile'
import { describe, expect, it } from 'vitest'
import { sampleProcedure } from '../../testing/sample-procedure.ts'
import { layOut } from './lay-out.ts'
import { widthOf, wrapText } from './wrap-text.ts'

const schemas = fileURLToPath(new URL('../../../../../schemas', import.meta.url))
const { packs } = await openSchemas(schemas, { examples: false })
const known = packs.flatMap((pack) => {
  const { procedure } = pack.procedure ? compileProcedure(pack.procedure) : {}
  return procedure ? [[pack.id, procedure] as const] : []
})

describe.each([['a sample', sampleProcedure()] as const, ...known])('the picture of %s', (_, procedure) => {
  const { width, height, boxes, arrows } = layOut(procedure)

  it('holds every stage and every transition between stages', () => {
    expect(boxes.map(({ stage }) => stage.id)).toEqual(procedure.stages.map(({ id }) => id))
    const drawn = new Set(arrows.flatMap(({ transitions }) => transitions))
    const wanted = procedure.transitions.filter(({ from, to }) => to !== undefined && from.some((id) => id !== to))
    expect([...drawn].map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
  })

  it('lays no box over another, and nothing outside', () => {
    for (const a of boxes) {
      expect([a.x >= 0, a.y >= 0, a.x + a.width <= width, a.y + a.height <= height]).not.toContain(false)
      for (const b of boxes.filter((box) => box !== a)) {
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(isApart, `${a.stage.id} ${b.stage.id}`).toBe(true)
      }
    }
    for (const { path, label } of arrows) {
      expect(path).toMatch(/^M [\d. ]+ Q .* L [\d. ]+$/)
      expect(label.x + label.width / 2).toBeLessThanOrEqual(width)
    }
  })
})

it('breaks lines where they may break, and loses nothing', () => {
  const text = '审核年度报告并报科技厅、退回年度报告，报送 GB/T 2260 变更备案。'
  const lines = wrapText(text, 12, 96)
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) {
    expect(line).not.toMatch(/^[，。、]/)
    expect(widthOf(line, 12)).toBeLessThanOrEqual(96 + 12)
  }
  expect(wrapText('', 12, 96)).toEqual([])
})
