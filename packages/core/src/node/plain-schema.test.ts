import { basename } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blockAt,
  type Field,
  fieldKindOf,
  type Issue,
  isObject,
  type Json,
  keysOf,
  plainSchema,
  readAnswers,
  settle,
  type Template,
  validate,
  valueAt,
} from '../index.ts'
import { exampleDay } from '../pack/index.ts'
import { openSchemas, readSchemas } from './index.ts'

/* The published schema is held against every example by ajv as it comes: it shares nothing with our own validator. */

const today = { today: exampleDay }
const folders = ['../../../../schemas', '../../../../fixtures/schemas'].map(
  (path) => new URL(path, import.meta.url).pathname,
)

/** What plain JSON Schema cannot say. */
const beyond: ReadonlySet<string> = new Set([
  'row-gone',
  'row-itself',
  'row-id-twice',
  'rule',
  'computed',
  'period-order',
  'too-many-places',
])
/** It knows the form of a number or a date, but no check digit and no calendar. */
const half: ReadonlySet<string> = new Set(['identifier', 'not-a-date'])

/** Whether nothing says that the part must be there: it depends on a condition or a role, or stands in what does and is absent. */
const isConditional = (template: Template, submitted: Json, issue: Issue): boolean => {
  const keys = keysOf(issue.at)
  return keys.some((_, i) => {
    const place = keys.slice(0, i + 1)
    const block = blockAt(
      template,
      place.map((key) => (/^\d+$/.test(key) ? '*' : key)),
    )
    const depends = block?.when !== undefined || block?.role !== undefined
    return depends && (i === keys.length - 1 || valueAt(submitted, place) === undefined)
  })
}

const isPlain = (template: Template, submitted: Json, issue: Issue): boolean =>
  issue.severity === 'error' &&
  !half.has(issue.code) &&
  !beyond.has(issue.code) &&
  !(['required', 'statement', 'too-few-rows'].includes(issue.code) && isConditional(template, submitted, issue))

const cases = await Promise.all(
  folders.map(async (folder) => {
    const { packs } = await openSchemas(folder, { examples: false })
    const files = new Map((await readSchemas(folder)).map(({ path, text }) => [path, text]))
    const content = (path: string): Json | undefined => {
      const text = files.get(path)
      return text === undefined ? undefined : JSON.parse(text)
    }
    return packs
      .flatMap((pack) => pack.templates)
      .map((template) => {
        const beside = `${template.id.replace('/', '/examples/')}/`
        const names = [...files.keys()].filter((path) => path.startsWith(beside)).map((path) => basename(path))
        return {
          template,
          examples: names.map((name) => {
            const { answers } = readAnswers(content(beside + name) ?? null, (other) => content(beside + other))
            return { name, answers }
          }),
        }
      })
  }),
)

describe.each(cases.flat().map((one) => [one.template.id, one] as const))('%s', (_, { template, examples }) => {
  // As it comes: strict about keywords that it does not know.
  const accepts = new Ajv2020({
    validateFormats: false,
    allErrors: true,
    strictTypes: false,
  }).compile(plainSchema(template))

  it('accepts what is valid, and refuses what breaks a plain constraint', () => {
    expect(examples.length).toBeGreaterThan(0)
    for (const { name, answers } of examples) {
      const issues = validate(template, answers, today)
      const submitted = isObject(answers) ? settle(template, answers, today).answers : answers
      const isRefused = issues.some((issue) => isPlain(template, submitted, issue))
      const accepted = accepts(submitted)
      const told = `${name}: ${JSON.stringify(issues)} ${JSON.stringify(accepts.errors)}`
      if (isRefused || !issues.some((issue) => half.has(issue.code))) expect(accepted, told).toBe(!isRefused)
    }
  })
})

it('takes every number with the places that are asked for, whatever the arithmetic of the validator', () => {
  const field = { kind: 'money', places: 2, required: true } as Field // what the kind reads of it
  const accepts = new Ajv2020().compile(fieldKindOf(field).schema(field, {}))
  fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (cents) => accepts(cents / 100)))
})
