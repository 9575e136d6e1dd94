import { isObject, type Json, type JsonObject, property } from '../answers/json.ts'
import { keysOf, type Pointer, pointerOf, valueAt } from '../answers/pointer.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import { packOf, qualified, seenFrom } from './clause-refs.ts'
import type { Lookup } from './shelf.ts'
import { type Origin, packIssue, type Source } from './source.ts'

/** A node of a template after its `$ref` has been followed: its keywords, each with the place it was written at. */
export interface Resolved {
  readonly keywords: JsonObject
  readonly origins: Readonly<Record<string, Origin>>
  readonly origin: Origin
  readonly children: ReadonlyMap<string, Resolved>
  /** A `$ref` on the way could not be followed: told once, there. */
  readonly isBroken: boolean
  /** The columns of a table. */
  readonly items?: Resolved
  /** The cell of a matrix. */
  readonly cell?: Resolved
}

export const originOf = (node: Resolved, keyword: string): Origin => node.origins[keyword] ?? node.origin

const deepest = 12

/** Follows every `$ref` of a template. What cannot be followed gives an issue and an empty node. */
export const resolveTemplate = (source: Source, files: Lookup<Source>) => {
  const issues: Issue[] = []
  const home = packOf(source.path)

  const node = (raw: Json, origin: Origin, trail: readonly string[], depth: number): Resolved => {
    const own = merge(raw, origin, trail)
    if (depth > deepest) {
      issues.push(packIssue('too-deep', origin, { limit: deepest }))
      return { ...own, children: new Map(), isBroken: true }
    }
    const at = (parts: Parts) => node(parts.raw, parts.origin, parts.trail, depth + 1)
    const children = new Map([...own.parts].map(([key, parts]) => [key, at(parts)]))
    const { items, 'x-cell': cell } = own.keywords
    return {
      keywords: own.keywords,
      origins: own.origins,
      origin,
      children,
      isBroken: own.isBroken,
      ...(isObject(items) && { items: at({ raw: items, origin: originFor(own, 'items'), trail: own.trail }) }),
      ...(isObject(cell) && { cell: at({ raw: cell, origin: originFor(own, 'x-cell'), trail: own.trail }) }),
    }
  }

  /** The node's own keywords over those of what it references; `properties` and `x-rules` add up. */
  const merge = (raw: Json, origin: Origin, trail: readonly string[]): Merged => {
    if (!isObject(raw)) return { keywords: {}, origins: {}, origin, parts: new Map(), trail, isBroken: false }
    const base = follow(raw, origin, trail)
    const below = (keyword: string): Origin => ({
      source: origin.source,
      pointer: `${origin.pointer}${pointerOf([keyword])}`,
    })
    const keywords: { [key: string]: Json | undefined } = { ...base?.keywords }
    const origins: Record<string, Origin> = { ...base?.origins }
    for (const [keyword, written] of Object.entries(raw)) {
      if (keyword === '$ref' || written === undefined) continue
      const value = seenFrom(keyword, written, packOf(origin.source.path), home)
      const inherited = keywords[keyword]
      if (keyword === 'x-rules' && Array.isArray(value)) {
        const merged = mergeRules(Array.isArray(inherited) ? inherited : [], value, below(keyword))
        keywords[keyword] = merged.rules
        Object.assign(origins, merged.origins)
        if (inherited !== undefined) continue
      } else keywords[keyword] = value
      origins[keyword] = below(keyword)
    }
    const parts = new Map(base?.parts)
    const own = property(raw, 'properties')
    for (const [key, value] of isObject(own) ? Object.entries(own) : []) {
      if (value === undefined) continue
      const place: Parts = {
        raw: value,
        origin: { source: origin.source, pointer: `${below('properties').pointer}${pointerOf([key])}` },
        trail,
      }
      const inherited = parts.get(key)
      parts.set(
        key,
        inherited && isObject(value) && !('x-kind' in value) && !('$ref' in value)
          ? overlay(inherited, qualified(value, packOf(origin.source.path)))
          : place,
      )
    }
    if (parts.size > 0) keywords.properties = Object.fromEntries([...parts].map(([key, { raw: part }]) => [key, part]))
    const isBroken = '$ref' in raw && (base?.isBroken ?? true)
    return { keywords, origins, origin, parts, trail: base?.trail ?? trail, isBroken }
  }

  /** A child of what is referenced, with some of its keywords written anew beside the `$ref`. */
  const overlay = (inherited: Parts, own: Json): Parts => ({
    ...inherited,
    raw: isObject(own) ? overlaid(inherited.raw, own) : own,
  })

  const follow = (raw: JsonObject, origin: Origin, trail: readonly string[]): Merged | undefined => {
    if (!('$ref' in raw)) return undefined
    const ref = raw.$ref
    const place: Origin = { source: origin.source, pointer: `${origin.pointer}/$ref` }
    if (typeof ref !== 'string') {
      issues.push(packIssue('wrong-value', place, { keyword: '$ref', wanted: '文字' }))
      return undefined
    }
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(ref)) {
      issues.push(packIssue('ref-remote', place, { ref }))
      return undefined
    }
    const [path = '', fragment = ''] = ref.split('#')
    const file = path === '' ? origin.source.path : joined(origin.source.path, path)
    const source = files.get(file)
    const pointer = decodeURIComponent(fragment)
    const target = source && valueAt(source.value, keysOf(pointer))
    if (!source || target === undefined) {
      issues.push(packIssue('ref-dangling', place, { ref, suggestion: suggestion(file, pointer, source, files) }))
      return undefined
    }
    const name = `${file}#${pointer}`
    if (trail.includes(name)) {
      issues.push(packIssue('ref-cycle', place, { trail: [...trail.slice(trail.indexOf(name)), name].join(' → ') }))
      return undefined
    }
    return merge(target, { source, pointer }, [...trail, name])
  }

  return { root: node(source.value, { source, pointer: '' }, [], 0), issues }
}

interface Parts {
  readonly raw: Json
  readonly origin: Origin
  /** The references that led here, so that a cycle is told. */
  readonly trail: readonly string[]
}

interface Merged {
  readonly keywords: JsonObject
  readonly origins: Readonly<Record<string, Origin>>
  readonly origin: Origin
  readonly parts: ReadonlyMap<string, Parts>
  readonly trail: readonly string[]
  readonly isBroken: boolean
}

/** Own rules beside inherited ones. A rule of the same id changes what it says anew, such as the clause. */
const mergeRules = (inherited: readonly Json[], own: readonly Json[], origin: Origin) => {
  const rules = [...inherited]
  const origins: Record<string, Origin> = {}
  for (const [i, rule] of own.entries()) {
    const same = rules.findIndex(
      (one) => property(one, 'id') !== undefined && property(one, 'id') === property(rule, 'id'),
    )
    const at = same < 0 || same >= inherited.length ? rules.length : same
    const before = rules[at]
    rules[at] = isObject(before) && isObject(rule) ? { ...before, ...rule } : rule
    origins[`x-rules/${at}`] = { source: origin.source, pointer: `${origin.pointer}/${i}` }
  }
  return { rules, origins }
}

const originFor = (node: Pick<Merged, 'origins' | 'origin'>, keyword: string): Origin =>
  node.origins[keyword] ?? node.origin

const overlaid = (below: Json, above: JsonObject): Json => {
  if (!isObject(below)) return above
  const [inner, outer] = [property(below, 'properties'), property(above, 'properties')]
  if (!isObject(inner) || !isObject(outer)) return { ...below, ...above }
  const properties = Object.entries(outer).map(([key, value]) => {
    const child = property(inner, key)
    return [
      key,
      child !== undefined && isObject(value) && !('x-kind' in value) ? overlaid(child, value) : value,
    ] as const
  })
  return { ...below, ...above, properties: { ...inner, ...Object.fromEntries(properties) } }
}

const joined = (from: string, path: string): string => {
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

const suggestion = (file: string, pointer: Pointer, source: Source | undefined, files: Lookup<Source>): string => {
  if (!source) return nearest(file, [...files.keys()])
  const defs = property(source.value, '$defs')
  const names = isObject(defs) ? Object.keys(defs).map((name) => `#/$defs/${name}`) : []
  return nearest(`#${pointer}`, names)
}
