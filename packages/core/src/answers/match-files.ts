import { type FileAnswer, filesOf } from '../fields/attachment.ts'
import type { Answers, Json } from './json.ts'
import { valueAt } from './pointer.ts'
import type { Place } from './settle.ts'

const filesBelow = (value: Json | undefined): readonly FileAnswer[] => {
  const own = filesOf(value)
  return own.length > 0 || typeof value !== 'object' || value === null ? own : Object.values(value).flatMap(filesBelow)
}

/**
 * Finds the uploaded file that a workbook or a Word file names: the one that stands at its place by now; else one that
 * stands nowhere, in their order; else any of that name. Each is given out once while others of its name are left.
 */
export const fileMatcher = (files: readonly FileAnswer[] = [], current: Answers = {}) => {
  const waiting = Map.groupBy(files, ({ name }) => name.trim())
  const placed = new Set(filesBelow(current).map(({ id }) => id))
  return (name: string, place: Place): FileAnswer | undefined => {
    const left = waiting.get(name) ?? []
    const here = filesOf(valueAt(current, place)).find(({ id }) => left.some((file) => file.id === id))
    const own = left.findIndex(({ id }) => id === here?.id)
    const free = own >= 0 ? own : left.findIndex(({ id }) => !placed.has(id))
    return left.length > 1 ? left.splice(Math.max(0, free), 1)[0] : left[0]
  }
}

export type FileMatcher = ReturnType<typeof fileMatcher>
