import { type Json, property } from '../answers/json.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import { clauseRefs, listOf, textOf } from './keyword-values.ts'
import type { Lookup } from './shelf.ts'
import { packIssue, type Source } from './source.ts'

/** Who acts for a role of the pack, and the clauses that say so. */
export interface Office {
  readonly name: string
  readonly role: string
  readonly clauses: readonly string[]
}

export const officesOf = (jurisdiction: Source | undefined): readonly Office[] =>
  listOf(property(jurisdiction?.value, 'offices')).map((one) => ({
    name: textOf(property(one, 'name')) ?? '',
    role: textOf(property(one, 'role')) ?? '',
    clauses: clauseRefs(property(one, 'clause')),
  }))

/** Offices that act for a role, or cite a clause, that there is none of. */
export const officeIssues = (
  source: Source | undefined,
  roles: readonly string[],
  clauses: Lookup<unknown>,
): readonly Issue[] => {
  if (!source) return []
  return officesOf(source).flatMap(({ role, clauses: cited }, i) => {
    const at = (key: string) => ({ source, pointer: `/offices/${i}/${key}` })
    const unknown = cited.filter((ref) => !clauses.has(ref))
    return [
      ...(role === '' || roles.includes(role)
        ? []
        : [packIssue('unknown-role', at('role'), { role, suggestion: nearest(role, roles) })]),
      ...unknown.map((ref) =>
        packIssue('unknown-clause', at('clause'), { ref, suggestion: nearest(ref, [...clauses.keys()]) }),
      ),
    ]
  })
}

/** From the whole down. */
const levels: readonly (Json | undefined)[] = ['national', 'province', 'city', 'county']

/** A parent is another jurisdiction that is there, of a higher level: so none is above itself. */
export const parentIssues = (source: Source, files: Lookup<Source>): readonly Issue[] => {
  const parent = textOf(property(source.value, 'parent'))
  if (parent === undefined) return []
  const above = files.get(`${parent}/jurisdiction.json`)
  const [high, low] = [above, source].map((one) => levels.indexOf(property(one?.value, 'level')))
  if (above && (high === -1 || low === -1 || Number(high) < Number(low))) return []
  const wanted = above ? `级别更高的地区（“${parent}”的 level 不比这里高）` : '已有地区的 id，也就是它的文件夹名'
  return [packIssue('wrong-value', { source, pointer: '/parent' }, { keyword: 'parent', wanted })]
}
