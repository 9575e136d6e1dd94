import { type Answers, isObject, type Json, type JsonObject, property } from '../answers/json.ts'
import { keysOf, type Pointer, pointerOf } from '../answers/pointer.ts'
import { MissingBase, readAnswers } from '../answers/read-answers.ts'
import type { Block, Path, Template } from '../template/template.ts'
import { blockAt, walkBlocks } from '../template/walk.ts'
import { type Carried, carryAnswers } from './carry-answers.ts'
import { originsOf } from './former-paths.ts'

/** Examples by name, as their files have them. */
export type ExampleContents = ReadonlyMap<string, Json>

/**
 * The examples of one version as examples of the next: those whose files change. Plain answers are carried as a draft is;
 * one that is told as changes to another keeps its changes, each at the place where its answer is now.
 */
export const carryExamples = (from: Template, to: Template, examples: ExampleContents): ExampleContents => {
  const place = placesBetween(from, to)
  const carried = [...examples].map(([name, content]) => [name, carryOne(from, to, examples, content, place)] as const)
  return new Map(carried.filter(([name, content]) => JSON.stringify(content) !== JSON.stringify(examples.get(name))))
}

type Follow = (pointer: Pointer) => Pointer

const carryOne = (from: Template, to: Template, examples: ExampleContents, content: Json, place: Follow): Json => {
  if (!isObject(content)) return content
  const { from: base, set, answers, issues, ...rest } = content
  const expected = Array.isArray(issues) ? { issues: issues.map((issue: Json) => movedIssue(issue, place)) } : {}
  if (typeof base === 'string') {
    const changes = carriedSet(from, to, examples, content, isObject(set) ? set : {}, place)
    return { ...rest, from: base, set: changes, ...expected }
  }
  if (isObject(answers)) return { ...rest, answers: settledIn(from, to, answers), ...expected }
  return settledIn(from, to, content)
}

/** Where nothing has a new place and nothing is converted, the file stays to the letter. */
const settledIn = (from: Template, to: Template, answers: Answers): Answers => {
  const { answers: carried, notes } = carryAnswers(from, to, answers)
  const isAsItWas = notes.every(({ what }) => what === 'unfit')
  return isAsItWas ? answers : inOldOrder(answers, withUnknown(from, answers, carried))
}

/** Carrying knows only what the old version has a place for; what an example holds besides is there to be found fault with. */
const withUnknown = (from: Template, answers: Answers, carried: Answers): Answers => {
  const known = new Set(from.sections.map(({ key }) => key))
  const unknown = Object.entries(answers).filter(([key]) => !known.has(key))
  return { ...carried, ...Object.fromEntries(unknown) }
}

/** The properties in the order in which the file had them, new ones last. */
const inOldOrder = (old: Json | undefined, now: Json): JsonObject => {
  const ordered = (before: Json | undefined, value: Json): Json => {
    if (Array.isArray(value))
      return value.map((item: Json, i) => ordered(Array.isArray(before) ? before[i] : undefined, item))
    if (!isObject(value)) return value
    const keys = [...(isObject(before) ? Object.keys(before) : []), ...Object.keys(value)]
    return Object.fromEntries(
      [...new Set(keys)].flatMap((key) => {
        const found = property(value, key)
        return found === undefined ? [] : [[key, ordered(property(before, key), found)] as const]
      }),
    )
  }
  const made = ordered(old, now)
  return isObject(made) ? made : {}
}

/** The value of a change as the new version says it: read from the answers that the whole example becomes. */
const carriedSet = (
  from: Template,
  to: Template,
  examples: ExampleContents,
  content: JsonObject,
  set: JsonObject,
  place: Follow,
): JsonObject => {
  const whole = carriedWhole(from, to, examples, content)
  const isTouched = (pointer: Pointer) =>
    whole?.notes.some(
      (note) => note.what !== 'unfit' && (note.from === pointer || note.from.startsWith(`${pointer}/`)),
    ) ?? false
  return Object.fromEntries(
    Object.entries(set).map(([pointer, value]) => {
      const now = place(pointer)
      const carried = whole && isTouched(pointer) ? readAt(whole.answers, now) : undefined
      return [now, value === null ? null : (carried ?? value ?? null)]
    }),
  )
}

const readAt = (root: Json, pointer: Pointer): Json | undefined =>
  keysOf(pointer).reduce<Json | undefined>((so, key) => (Array.isArray(so) ? so[Number(key)] : property(so, key)), root)

const carriedWhole = (
  from: Template,
  to: Template,
  examples: ExampleContents,
  content: JsonObject,
): Carried | undefined => {
  try {
    const { answers } = readAnswers(content, (name) => examples.get(name.replace(/\.json$/, '')))
    return isObject(answers) ? carryAnswers(from, to, answers) : undefined
  } catch (error) {
    if (error instanceof MissingBase) return undefined
    throw error
  }
}

const movedIssue = (issue: Json, place: Follow): Json => {
  const at = property(issue, 'at')
  return isObject(issue) && typeof at === 'string' ? { ...issue, at: place(at) } : issue
}

/** Where a place of the old version is in the new one; a place that has no other stays. */
const placesBetween = (from: Template, to: Template): Follow => {
  const now = new Map<string, Block>()
  const origins = originsOf(from, to)
  for (const block of walkBlocks(to)) {
    const origin = origins.get(inTree(block.path).join('.'))
    const old = origin && inTree(origin.block.path).join('.')
    // Of several that were made from one, the first has its place.
    if (old !== undefined && !now.has(old)) now.set(old, block)
  }
  return (pointer) => {
    const keys = keysOf(pointer)
    for (let length = keys.length; length > 0; length--) {
      const head = keys.slice(0, length)
      const old = blockAt(from, head.map(starred))
      const block = old && old.path.length === length ? now.get(inTree(old.path).join('.')) : undefined
      if (block) return pointerOf([...inRows(block.path, head), ...headsNow(old, block, keys.slice(length))])
    }
    return pointer
  }
}

const inTree = (path: Path): Path => path.filter((key) => key !== '*')
const starred = (key: string): string => (/^\d+$/.test(key) ? '*' : key)

/** A path with the rows that the old place was in; what had no rows stands in the first. */
const inRows = (path: Path, old: readonly string[]): readonly string[] => {
  const rows = old.filter((key) => /^\d+$/.test(key))
  let next = 0
  return path.map((key) => (key === '*' ? (rows[next++] ?? '0') : key))
}

/** The rows and columns of a matrix have former keys of their own. */
const headsNow = (old: Block | undefined, now: Block, keys: readonly string[]): readonly string[] => {
  if (old?.block !== 'matrix' || now.block !== 'matrix') return keys
  const renamed = (side: 'rows' | 'columns', key: string) => now[side].find(({ was }) => was === key)?.key ?? key
  return keys.map((key, i) => (i === 0 ? renamed('rows', key) : i === 1 ? renamed('columns', key) : key))
}
