import type { Fault } from '../fields/field-kind.ts'
import { isRowId } from '../fields/row-text.ts'
import type { Issue } from '../issues/issue.ts'
import { type Json, type JsonObject, property, textOfJson } from './json.ts'
import { pointerOf } from './pointer.ts'
import type { Place } from './settle.ts'

export const issueOf = (place: Place, fault: Fault): Issue => ({
  code: fault.code,
  at: pointerOf([...place, ...(fault.at ?? [])]),
  severity: 'error',
  params: fault.params ?? {},
})

/** What rows are known by must be fit for it, and tell one from the other. */
export const idIssues = (rows: readonly Json[], place: Place): readonly Issue[] => {
  const ids = rows.map((row) => property(row, 'id'))
  return ids.flatMap((id, i): readonly Issue[] => {
    if (id === undefined || id === null || id === '') return []
    const at = [...place, i, 'id']
    const value = textOfJson(id)
    if (!isRowId(id)) return [issueOf(at, { code: 'row-id', params: { value } })]
    const first = ids.indexOf(id)
    return first < i ? [issueOf(at, { code: 'row-id-twice', params: { value, row: first + 1 } })] : []
  })
}

/** What a template prints beforehand must stand as it is. */
export const changedRows = (
  given: readonly Json[],
  fixedRows: readonly JsonObject[],
  place: Place,
): readonly Issue[] => {
  const limit = fixedRows.length
  if (given.length > limit) return [issueOf(place, { code: 'too-many-rows', params: { limit, actual: given.length } })]
  return given.flatMap((row, i) =>
    Object.entries(fixedRows[i] ?? {}).flatMap(([key, value]) => {
      const found = property(row, key)
      if (found === undefined || JSON.stringify(found) === JSON.stringify(value)) return []
      return [issueOf([...place, i, key], { code: 'computed', params: { expected: textOfJson(value) } })]
    }),
  )
}
