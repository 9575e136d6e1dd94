import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Answers } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import { describe, expect, it } from 'vitest'
import { inspectWord } from './inspect/inspect-word.ts'
import { paragraphsOf, partOf, readBlocks } from './sample/read-word.ts'
import { writeWord } from './write-word.ts'

const schemas = new URL('../../../schemas/', import.meta.url)
const { packs } = await openSchemas(fileURLToPath(schemas))
const templates = packs.flatMap((pack) => pack.templates)

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('has nothing in it that departs from the official layout, filled or blank', async () => {
    const [pack, name] = template.id.split('/')
    const complete: Answers = JSON.parse(
      readFileSync(new URL(`${pack}/examples/${name}/complete.json`, schemas), 'utf8'),
    )
    for (const answers of [{}, complete]) {
      const file = await writeWord(template, answers, { today: '2024-03-01' })
      const { findings } = inspectWord(file, template.document.profile)
      expect(findings).toEqual([])
    }
  })
  it('prints a blank book with every heading of its own and every style defined', async () => {
    const file = await writeWord(template, {}, { today: '2024-03-01' })
    const blocks = readBlocks(file)
    const styles = partOf(file, 'word/styles.xml')
    for (const { style } of paragraphsOf(blocks)) if (style) expect(styles).toContain(`w:styleId="${style}"`)
    const printed = JSON.stringify(blocks)
    const always = template.sections.filter((section) => section.when === undefined)
    for (const { title } of always) expect(printed).toContain(title)
    expect(printed).not.toMatch(/undefined|NaN|\[object/)
  })
})
