import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import { type SourceFile, unknownCode } from '@policyforms/core/pack'

export interface Place {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly level: 'national' | 'province' | 'city' | 'county'
  readonly parent?: string
}

export const parsed = (files: readonly SourceFile[], path: string): Json | undefined => {
  const text = files.find((file) => file.path === path)?.text
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined // told by check, with its place
  }
}

/** The codes of the regions that share a code list with this name, however deep. */
const codesNamed = (entries: Json | undefined, name: string): readonly string[] =>
  (Array.isArray(entries) ? entries : []).flatMap((entry: Json) => [
    ...(property(entry, 'title') === name ? [String(property(entry, 'code'))] : []),
    ...codesNamed(property(entry, 'children'), name),
  ])

/** The GB/T 2260 code of a name, if just one place is called so. */
export const codeOf = (files: readonly SourceFile[], name: string): string | undefined => {
  const lists = files.filter((file) => /^codes\/[^/]+\.json$/.test(file.path)).map((file) => parsed(files, file.path))
  const regions = lists.filter((list) => /2260/.test(String(property(list, 'source') ?? '')))
  const found = [...new Set(regions.flatMap((list) => codesNamed(property(list, 'entries'), name)))]
  return found.length === 1 ? found[0] : undefined
}

const levelOf = (code: string | undefined, name: string): Place['level'] => {
  if (code === '100000') return 'national'
  if (code !== undefined && code !== unknownCode)
    return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'
  if (/省$|自治区$|特别行政区$/.test(name)) return 'province'
  return /[区县旗]$/.test(name) ? 'county' : 'city'
}

/** Where a new pack stands: the nearest pack that lies above it by its code. */
export const placeFor = (files: readonly SourceFile[], id: string, name: string, given: string | undefined): Place => {
  const code = given ?? codeOf(files, name) ?? unknownCode
  const level = levelOf(code, name)
  const above = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`, '100000'].filter((one) => one !== code)
  const packs = files
    .filter((file) => /^[^/]+\/jurisdiction\.json$/.test(file.path))
    .map((file) => parsed(files, file.path))
  const parent = above.flatMap((one) => packs.filter((pack) => property(pack, 'code') === one))[0]
  const parentId = property(parent, 'id')
  return { id, name, code, level, ...(level !== 'national' && typeof parentId === 'string' && { parent: parentId }) }
}

/** What a pack calls itself. */
export const nameOf = (files: readonly SourceFile[], id: string): string =>
  String(property(parsed(files, `${id}/jurisdiction.json`), 'name') ?? id)

/** Where a pack stands, by what it says of itself. */
export const placeOf = (files: readonly SourceFile[], id: string): Place => {
  const said = parsed(files, `${id}/jurisdiction.json`)
  const [name, code] = ['name', 'code'].map((key) => String(property(said, key) ?? ''))
  return placeFor(files, id, name ?? '', code || undefined)
}

export const jurisdictionOf = (
  place: Place,
  roles: Json = { applicant: '申报单位', office: '主管部门' },
): JsonObject => ({
  $schema: '../dialect/jurisdiction.schema.json',
  ...place,
  roles: isObject(roles) ? roles : {},
})
