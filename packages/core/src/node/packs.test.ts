import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Answers,
  type Field,
  fieldKindOf,
  type Issue,
  isBlank,
  type Json,
  placesOf,
  readAnswers,
  settle,
  type Template,
  validate,
  valueAt,
  walkBlocks,
  withValue,
} from '../index.ts'
import { exampleDay } from '../pack/index.ts'
import { openSchemas, readSchemas } from './index.ts'

const dir = new URL('../../../../schemas', import.meta.url).pathname
const schemas = await openSchemas(dir)
const files = await readSchemas(dir)
const today = { today: exampleDay }

const answersOf = (template: Template, name: string): Answers => {
  const path = template.id.replace('/', '/examples/')
  const file = files.find((one) => one.path === `${path}/${name}.json`)
  if (!file) throw new Error(`${template.id} has no ${name}`)
  return JSON.parse(file.text)
}
const templates = schemas.packs.flatMap((pack) => pack.templates.map((template) => [template.id, template] as const))

it('the packs are clean: no fault, no rule untested, no example amiss', () => {
  expect(schemas.issues).toEqual([])
  expect(templates.length).toBeGreaterThan(0)
})

describe.each(templates)('%s', (_, template) => {
  const fields = walkBlocks(template).filter((block): block is Field => block.block === 'field')

  it('is plain data', () => expect(JSON.parse(JSON.stringify(template))).toEqual(template))

  it.each(['complete', 'minimal'])('takes its %s example', (name) => {
    const answers = answersOf(template, name)
    expect(validate(template, answers, today).filter((issue) => issue.severity === 'error')).toEqual([])
  })

  it('settles to the same answers however often', () => {
    const once = settle(template, answersOf(template, 'complete'), today).answers
    expect(settle(template, once, today).answers).toEqual(once)
  })

  it('reads back every value that it prints', () => {
    const answers = answersOf(template, 'complete')
    const isFile = (field: Field) => field.kind === 'attachment' || field.kind === 'picture'
    for (const field of fields.filter((one) => !isFile(one)))
      for (const place of placesOf(answers, field.path)) {
        const value = valueAt(answers, place)
        if (value === undefined || isBlank(value, field)) continue
        const kind = fieldKindOf(field)
        expect(kind.parse(kind.show(value, field, template.lists), field, template.lists)).toEqual({ value })
      }
  })

  it('names a clause with every issue of its invalid examples and of an empty draft', () => {
    const folder = `${template.id.replace('/', '/examples/')}/`
    const other = (name: string): Json | undefined => {
      const file = files.find(({ path }) => path === `${folder}${name}`)
      return file && JSON.parse(file.text)
    }
    const invalid = files.filter(({ path }) => path.startsWith(`${folder}invalid-`))
    const drafts = [{}, ...invalid.map(({ text }) => readAnswers(JSON.parse(text), other).answers)]
    const issues = drafts.flatMap((answers) => validate(template, answers, today))
    const known = ({ clauses = [] }: Issue) =>
      clauses.length > 0 && clauses.every((ref) => Object.hasOwn(template.clauses, ref))
    expect(issues.length).toBeGreaterThan(0)
    expect(issues.filter((issue) => !known(issue))).toEqual([])
  })

  it('finds fault with any damage, and never throws', () => {
    const answers = answersOf(template, 'complete')
    // Objects that cannot be made a text or a number are what a careless conversion trips over.
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom({ toString: 0, valueOf: 0 }, [{ toString: 0 }], { choice: { toString: 0 } }),
    )
    const damage = fc.tuple(fc.constantFrom(...fields), hostile, fc.nat(20))
    fc.assert(
      fc.property(damage, ([field, value, index]) => {
        const places = placesOf(answers, field.path)
        const place = places[index % Math.max(1, places.length)]
        if (!place) return
        // fast-check's JSON values are ours, but for undefined in the type.
        validate(template, withValue(answers, place, value as Json), today)
      }),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void validate(template, value, today)),
      { numRuns: 200 },
    )
  })
})
