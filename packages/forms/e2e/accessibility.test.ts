import { join } from 'node:path'
import type { Block, Section, Template } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { everyKind } from './every-kind.ts'
import { formFaults } from './form-faults.ts'
import { mount } from './open-page.ts'
import { pages } from './the-page.ts'

let templates: readonly Template[]
beforeAll(async () => {
  const schemas = await openSchemas(join(import.meta.dirname, '../../../schemas'))
  templates = [everyKind, ...schemas.packs.flatMap((pack) => pack.templates)]
})

interface Place {
  readonly template: Template
  readonly section: Section
}

/** All that a section shows in a way of its own: its kinds of block and of field. */
const sightsOf = ({ section }: Place): readonly string[] => {
  const below = (block: Block): readonly string[] => {
    if (block.block === 'section' || block.block === 'group')
      return [`${block.block} ${block.clauses.length > 0}`, ...block.children.flatMap(below)]
    const whose = block.role === undefined ? '' : 'of a role'
    if (block.block === 'table')
      return [`table ${block.fixedRows ? 'given' : 'open'} ${whose}`, ...block.columns.map((one) => `cell ${one.kind}`)]
    if (block.block === 'matrix') return [`matrix of ${block.cell.kind} ${whose}`]
    return [`${block.kind} ${block.compute ? 'computed' : ''} ${block.when ? 'conditional' : ''} ${whose}`]
  }
  return [section, ...section.children].flatMap(below)
}

/** A few sections that show all there is to see: each is the one that shows most of what is still unseen. */
const sampleOf = (places: readonly Place[]): readonly Place[] => {
  const sights = new Map(places.map((place) => [place, sightsOf(place)]))
  const unseen = new Set([...sights.values()].flat())
  const taken: Place[] = []
  while (unseen.size > 0) {
    const worth = (place: Place) => new Set(sights.get(place)?.filter((sight) => unseen.has(sight))).size
    const best = places.reduce((one, other) => (worth(other) > worth(one) ? other : one))
    taken.push(best)
    for (const sight of sights.get(best) ?? []) unseen.delete(sight)
  }
  return taken
}

const placesOf = (): readonly Place[] =>
  templates.flatMap((template) => template.sections.map((section) => ({ template, section })))

const look = async (page: Page, { template, section }: Place, isAsked: boolean): Promise<readonly string[]> => {
  await mount(page, template, { section: section.key })
  if (isAsked) await page.evaluate(() => window.harness.controls().showMissing())
  return (await formFaults(page)).map((fault) => `${template.id} ${section.key} ${fault}`)
}

test('every kind of block and field of all the packs', async () => {
  const page = await pages.open()
  const found: string[] = []
  for (const place of sampleOf(placesOf())) found.push(...(await look(page, place, false)))
  expect(found).toEqual([])
  await page.close()
})

test.each(['light', 'dark'] as const)(
  'every template with all that is missing said, half of them in %s',
  async (scheme) => {
    const page = await pages.open(1280, scheme)
    const half = templates.filter((_, i) => i % 2 === Number(scheme === 'dark'))
    const found: string[] = []
    for (const template of half) {
      const [section] = template.sections
      if (section) found.push(...(await look(page, { template, section }, true)))
    }
    expect(found).toEqual([])
    await page.close()
  },
)

test('every id is there once, and every reference to one leads somewhere', async () => {
  const page = await pages.open()
  for (const template of templates) {
    await mount(page, template)
    await page.evaluate(() => window.harness.controls().showMissing())
    const broken = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
      const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].flatMap((element) => (element.getAttribute(name) ?? '').split(' ')),
      )
      return [...twice, ...references.filter((id) => !document.getElementById(id))]
    })
    expect(broken).toEqual([])
  }
  await page.close()
})

test('nothing was refused by the policy or complained of by React', () => {
  expect(pages.complaints).toEqual([])
})
