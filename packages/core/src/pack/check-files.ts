import { isObject, type Json, property } from '../answers/json.ts'
import type { Issue } from '../issues/issue.ts'
import { parentIssues } from './check-jurisdiction.ts'
import { checkChildren } from './check-nodes.ts'
import { shapeErrors } from './dialect.ts'
import { expectedFiles, type FileRole, roleOf } from './files.ts'
import { resolveTemplate } from './resolve.ts'
import { shapeIssues } from './shape-issues.ts'
import type { Lookup, Reader } from './shelf.ts'
import { packIssue, type Source } from './source.ts'
import { unfinishedCode, unfinishedOptions } from './unfinished.ts'

/** What is wrong with one file by itself. */
export const fileIssues = (path: string, files: Reader): readonly Issue[] => {
  const role = roleOf(path)
  const source = files.get(path)
  return [
    ...files.issuesOf(path),
    ...(role.is === 'unknown' ? [unknownFile(path)] : []),
    ...(source ? shapeOf(role, source, files) : []),
  ]
}

const shapeOf = (role: FileRole, source: Source, files: Reader): readonly Issue[] => {
  switch (role.is) {
    case 'jurisdiction':
      return [
        ...metaIssues('jurisdiction', source),
        ...idIssue(source, role.pack),
        ...parentIssues(source, files),
        ...unfinishedCode(source),
      ]
    case 'policy':
      return [...metaIssues('policy', source), ...idIssue(source, role.id), ...twice(source, 'clauses', 'id')]
    case 'codes':
      return [
        ...metaIssues('codes', source),
        ...idIssue(source, role.id),
        ...duplicateCodes(source),
        ...unfinishedOptions(source),
      ]
    case 'template':
      return unfinishedOptions(source)
    case 'part':
      return [...partIssues(source, files), ...unfinishedOptions(source)]
    default:
      return []
  }
}

const unknownFile = (file: string): Issue => ({
  code: 'unknown-file',
  at: '',
  severity: 'error',
  params: { wanted: expectedFiles },
  file,
  line: 1,
  column: 1,
})

export const missingJurisdiction = (id: string): Issue => ({
  code: 'missing-keyword',
  at: '',
  severity: 'error',
  params: { keyword: 'jurisdiction.json' },
  file: `${id}/jurisdiction.json`,
  line: 1,
  column: 1,
})

export const metaIssues = (schema: string, source: Source): readonly Issue[] =>
  shapeIssues(shapeErrors(schema, source.value), (pointer) => ({ source, pointer }))

const idIssue = (source: Source, wanted: string): readonly Issue[] => {
  const id = property(source.value, 'id')
  return typeof id === 'string' && id !== wanted
    ? [
        packIssue(
          'wrong-value',
          { source, pointer: '/id' },
          { keyword: 'id', wanted: `“${wanted}”（与文件名或文件夹名相同）` },
        ),
      ]
    : []
}

export const twice = (source: Source, list: string, key: string): readonly Issue[] => {
  const items = property(source.value, list)
  const seen = new Set<Json | undefined>()
  return (Array.isArray(items) ? items : []).flatMap((item: Json, i) => {
    const id = property(item, key)
    const again = seen.has(id)
    seen.add(id)
    return again
      ? [packIssue('duplicate-id', { source, pointer: `/${list}/${i}/${key}` }, { id: String(id), other: source.path })]
      : []
  })
}

const duplicateCodes = (source: Source): readonly Issue[] => {
  const seen = new Set<string>()
  const walk = (entries: Json | undefined, pointer: string): readonly Issue[] =>
    (Array.isArray(entries) ? entries : []).flatMap((entry: Json, i) => {
      const here = `${pointer}/${i}`
      const code = String(property(entry, 'code'))
      const again = seen.has(code)
      seen.add(code)
      const below = walk(property(entry, 'children'), `${here}/children`)
      return again ? [packIssue('duplicate-code', { source, pointer: `${here}/code` }, { code }), ...below] : below
    })
  return walk(property(source.value, 'entries'), '/entries')
}

/** A part that no template uses is held against the dialect all the same. */
const partIssues = (source: Source, files: Lookup<Source>): readonly Issue[] => {
  const { $defs: definitions } = isObject(source.value) ? source.value : {}
  const { $defs: _, ...own } = isObject(source.value) ? source.value : {}
  const defs = isObject(definitions) ? definitions : {}
  const asTemplate: Source = {
    ...source,
    value: { properties: defs },
    locate: (pointer, target) => source.locate(pointer.replace(/^\/properties/, '/$defs'), target),
  }
  const { root, issues } = resolveTemplate(asTemplate, files)
  const rest = metaIssues('part', {
    ...source,
    value: {
      ...own,
      ...(definitions !== undefined && {
        $defs: Object.fromEntries(Object.keys(defs).map((key) => [key, { $ref: '#' }])),
      }),
    },
  })
  const found = checkChildren(root, 'part').filter((issue) => issue.code !== 'duplicate-title')
  return [...issues, ...rest, ...found].map((issue) =>
    issue.file === source.path ? { ...issue, at: issue.at.replace(/^\/properties/, '/$defs') } : issue,
  )
}
