import { fileURLToPath } from 'node:url'
import { openSchemas } from '@policyforms/core/node'
import { describe, expect, it } from 'vitest'
import { paragraphsOf, partOf, readBlocks } from './sample/read-word.ts'
import { writeWord } from './write-word.ts'

const { packs } = await openSchemas(fileURLToPath(new URL('../../../schemas', import.meta.url)))
const templates = packs.flatMap((pack) => pack.templates)

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('prints a blank book with every heading of its own and every style defined', async () => {
    const file = await writeWord(template, {}, { today: '2024-03-01' })
    const blocks = readBlocks(file)
    const styles = partOf(file, 'word/styles.xml')
    for (const { style } of paragraphsOf(blocks)) if (style) expect(styles).toContain(`w:styleId="${style}"`)
    const printed = JSON.stringify(blocks)
    const always = template.sections.filter((section) => section.when === undefined)
    for (const { number, title } of always) expect(printed).toContain(`${number}${title}`)
    expect(printed).not.toMatch(/undefined|NaN|\[object/)
  })
})
