import { property } from '../answers/json.ts'
import type { Issue } from '../issues/issue.ts'
import type { CodeList } from '../template/code-list.ts'
import type { Clause, PackSummary, Template } from '../template/template.ts'
import { checkExamples } from './check-examples.ts'
import {
  duplicateCodes,
  idIssue,
  metaIssues,
  missingJurisdiction,
  partIssues,
  twice,
  unknownFiles,
} from './check-files.ts'
import { compileTemplate, type Engines } from './compile-template.ts'
import { type FileRole, roleOf, sharedFolders } from './files.ts'
import {
  clausesOf,
  codeListOf,
  type PackContext,
  type Policy,
  packSummary,
  parametersIn,
  policyOf,
} from './pack-files.ts'
import { type ProcedureSource, procedureSource } from './procedure-source.ts'
import { packIssue, readSource, type Source, type SourceFile } from './source.ts'

/** One jurisdiction: what compiled, and what is wrong with it. A broken pack does not touch the others. */
export interface Pack extends PackSummary {
  readonly level: string
  readonly templates: readonly Template[]
  readonly policies: readonly Policy[]
  /** Its procedure, for `compileProcedure`; only if nothing is wrong with its shape and names. */
  readonly procedure?: ProcedureSource
  readonly issues: readonly Issue[]
}

export interface Schemas {
  readonly packs: readonly Pack[]
  /** Everything wrong anywhere, each fault once, in the order of files and lines. */
  readonly issues: readonly Issue[]
}

type Of<K extends FileRole['is']> = Extract<FileRole, { is: K }>
interface Read<K extends FileRole['is'] = FileRole['is']> {
  readonly role: Of<K>
  readonly source: Source
}

export interface CompileOptions {
  /** Whether to hold the examples against their templates too, which takes most of the time. Default true. */
  readonly examples?: boolean
}

/** The whole way from files to Templates, with every fault of every file at once. */
export const compileSchemas = (
  files: readonly SourceFile[],
  engines: Engines,
  options: CompileOptions = {},
): Schemas => {
  const read = files.map((file) => ({ role: roleOf(file.path), file, ...readSource(file) }))
  const sources = read.flatMap(({ role, source }) => (source ? [{ role, source }] : []))
  const byPath = new Map(sources.map(({ source }) => [source.path, source]))
  const of = <K extends FileRole['is']>(is: K): readonly Read<K>[] =>
    // The filter has just made sure of the role.
    sources.filter(({ role }) => role.is === is) as unknown as readonly Read<K>[]

  const known = {
    jurisdictions: of('jurisdiction'),
    policies: of('policy'),
    procedures: of('procedure'),
    codes: of('codes'),
    templates: of('template'),
    examples: of('example'),
    parts: of('part'),
  }
  const shared = known.codes.filter(({ role }) => role.pack === undefined)
  const sharedIssues = [
    ...read.flatMap(({ issues }) => issues),
    ...unknownFiles(files),
    ...[...known.jurisdictions].flatMap(({ role, source }) => [
      ...metaIssues('jurisdiction', source),
      ...idIssue(source, role.pack),
    ]),
    ...known.policies.flatMap(({ role, source }) => [
      ...metaIssues('policy', source),
      ...idIssue(source, role.id),
      ...twice(source, 'clauses', 'id'),
    ]),
    ...known.codes.flatMap(({ role, source }) => [
      ...metaIssues('codes', source),
      ...idIssue(source, role.id),
      ...duplicateCodes(source),
    ]),
    ...known.parts.flatMap(({ source }) => partIssues(source, byPath)),
  ]
  const paths = new Set(files.map((file) => file.path))
  const folders = new Set(
    files.map((file) => file.path.split('/')[0] ?? '').filter((name) => !sharedFolders.includes(name)),
  )
  const compiled = [...folders].sort().flatMap((id) => {
    const jurisdiction = known.jurisdictions.find(({ role }) => role.pack === id)?.source
    if (!jurisdiction && !paths.has(`${id}/jurisdiction.json`) && !known.templates.some(({ role }) => role.pack === id))
      return []
    const level = property(jurisdiction?.value, 'level')
    const codes = codesFor(id, shared, known.codes)
    const context: PackContext = {
      pack: packSummary(id, jurisdiction),
      level: typeof level === 'string' ? level : '',
      clauses: clausesFor(id, known.policies),
      codes,
      parameters: parametersIn(codes),
    }
    const results = known.templates
      .filter(({ role }) => role.pack === id)
      .map(({ role, source }) => {
        const { template, issues, ruleOrigins } = compileTemplate(source, role.id, context, byPath, engines)
        const examples = known.examples.filter((one) => one.role.pack === id && one.role.template === role.id)
        const tried =
          template && options.examples !== false
            ? checkExamples(template, source, ruleOrigins, new Map(examples.map((one) => [one.role.id, one.source])))
            : []
        return { template, issues: [...issues, ...tried] }
      })
    const strays = known.examples
      .filter(({ role }) => role.pack === id && !paths.has(`${id}/${role.template}.schema.json`))
      .map(({ role, source }) =>
        packIssue('unknown-file', { source, pointer: '' }, { wanted: `没有模板 ${role.template}.schema.json` }),
      )
    const found = procedureSource(
      known.procedures.find(({ role }) => role.pack === id)?.source,
      context,
      known.templates.filter(({ role }) => role.pack === id).map(({ role, source }) => [role.id, source]),
      engines.isSafePattern,
    )
    const missing = jurisdiction || paths.has(`${id}/jurisdiction.json`) ? [] : [missingJurisdiction(id)]
    const issues = [...missing, ...strays, ...found.issues, ...results.flatMap((result) => result.issues)]
    return [
      {
        ...context.pack,
        level: context.level,
        templates: results.flatMap(({ template }) => template ?? []),
        policies: known.policies.filter(({ role }) => role.pack === id).map(({ source }) => policyOf(source)),
        ...(found.procedure && { procedure: found.procedure }),
        issues,
      },
    ]
  })
  const packs = compiled.map((pack) => ({
    ...pack,
    issues: once([...sharedIssues.filter((issue) => issue.file?.startsWith(`${pack.id}/`)), ...pack.issues]),
  }))
  return { packs, issues: once([...sharedIssues, ...packs.flatMap((pack) => pack.issues)]) }
}

/** Own clauses as `policy#clause`; another pack's as `pack/policy#clause`. */
const clausesFor = (id: string, policies: readonly Read<'policy'>[]): ReadonlyMap<string, Clause> =>
  new Map(
    policies.flatMap(({ role, source }) =>
      clausesOf(source).map(([ref, clause]) => {
        const full = role.pack === id ? ref : `${role.pack}/${ref}`
        return [full, { ...clause, ref: full }] as const
      }),
    ),
  )

const codesFor = (
  id: string,
  shared: readonly Read<'codes'>[],
  all: readonly Read<'codes'>[],
): ReadonlyMap<string, CodeList> =>
  new Map(
    [...shared, ...all.filter(({ role }) => role.pack === id)].map(({ role, source }) => [role.id, codeListOf(source)]),
  )

/** A circle is one fault, wherever one enters it. */
const membersOf = (issue: Issue) => [...new Set(String(issue.params.trail).split(' → '))].sort().join()

/** The same fault of a shared part shows up wherever it is used: told once. */
const once = (issues: readonly Issue[]): readonly Issue[] => {
  const told = new Map<string, Issue>()
  for (const issue of issues) {
    const key =
      issue.code === 'ref-cycle'
        ? membersOf(issue)
        : `${issue.file} ${issue.at} ${issue.code} ${JSON.stringify(issue.params)}`
    if (!told.has(key)) told.set(key, issue)
  }
  return [...told.values()].sort(
    (a, b) =>
      (a.file ?? '').localeCompare(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
}
