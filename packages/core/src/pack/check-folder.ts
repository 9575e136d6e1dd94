import { property } from '../answers/json.ts'
import { bytesOfBase64 } from '../editing/form-files.ts'
import type { Indicators } from '../indicators/indicator.ts'
import type { Issue } from '../issues/issue.ts'
import type { PackSummary, Template } from '../template/template.ts'
import { checkExamples } from './check-examples.ts'
import { fileIssues, missingJurisdiction } from './check-files.ts'
import { type Office, officeIssues } from './check-jurisdiction.ts'
import { compileIndicators } from './compile-indicators.ts'
import { type Compiled, compileTemplate, type Engines, type TemplateShape } from './compile-template.ts'
import { type FileRole, roleOf, sharedFolders } from './files.ts'
import { once } from './once.ts'
import { type PackContext, packContext } from './pack-context.ts'
import { type Policy, policyOf } from './pack-files.ts'
import { type ProcedureSource, procedureSource } from './procedure-source.ts'
import { type Reader, readerOf, type Shelf } from './shelf.ts'
import { packIssue, type Source } from './source.ts'

/** One jurisdiction: what compiled, and what is wrong with it. A broken pack does not touch the others. */
export interface Pack extends PackSummary {
  readonly level: string
  readonly templates: readonly Template[]
  /** The blocks of those that did not compile, by name: for whoever mends them. */
  readonly shapes?: Readonly<Record<string, TemplateShape>>
  readonly policies: readonly Policy[]
  readonly offices: readonly Office[]
  /** Its procedure, for `compileProcedure`; only if nothing is wrong with its shape and names. */
  readonly procedure?: ProcedureSource
  /** Its targets and where the figures against them come from; only if nothing is wrong with them. */
  readonly indicators?: Indicators
  readonly issues: readonly Issue[]
}

/** One folder of the schemas folder, checked. */
export interface CheckedFolder {
  readonly folder: string
  /** Absent for what packs share, and for a folder that is none. */
  readonly pack?: Pack
  /** Each fault once, also those of shared files that show up here. */
  readonly issues: readonly Issue[]
  /** What of other folders this was made from: files, there or not, and with a `/` at the end folders that were listed. */
  readonly reads: readonly string[]
}

export interface CompileOptions {
  /** Whether to hold the examples against their templates too, which takes most of the time. Default true. */
  readonly examples?: boolean
  /** The one template that is wanted, by its name: nothing is asked of the others. */
  readonly only?: string
  /** Holds an office's Word file against the template that is printed by it; without it, nobody looks into the files. */
  readonly formIssues?: FormIssues
}

export type FormIssues = (template: Template, bytes: Uint8Array) => readonly Issue[]

type Of<K extends FileRole['is']> = Extract<FileRole, { is: K }>
interface Read<K extends FileRole['is']> {
  readonly role: Of<K>
  readonly source: Source
}

/** Everything about one folder, from what lies in it and what it refers to: nothing else is read. */
export const checkFolder = (
  shelf: Shelf,
  folder: string,
  engines: Engines,
  options: CompileOptions = {},
): CheckedFolder => {
  const reader = readerOf(shelf, folder)
  const own = reader.own.flatMap((path) => fileIssues(path, reader))
  const pack = packOf(reader, engines, options)
  const issues = once([...own, ...(pack?.issues ?? [])])
  return { folder, ...(pack && { pack: { ...pack, issues } }), issues, reads: [...reader.reads] }
}

const rolesIn = (reader: Reader) => {
  const known = reader.own.flatMap((path) => {
    const source = reader.get(path)
    return source ? [{ role: roleOf(path), source }] : []
  })
  // The filter makes sure of the role.
  return <K extends FileRole['is']>(is: K) =>
    known.filter(({ role }) => role.is === is) as unknown as readonly Read<K>[]
}

const isPack = ({ folder, own }: Reader): boolean =>
  !sharedFolders.includes(folder) &&
  own.some((path) => path === `${folder}/jurisdiction.json` || roleOf(path).is === 'template')

/** How a pack calls itself, by its `jurisdiction.json` alone. */
export const glanceAt = (shelf: Shelf, folder: string): (PackSummary & { readonly level: string }) | undefined => {
  const reader = readerOf(shelf, folder)
  if (!isPack(reader)) return undefined
  const { pack, level } = packContext(reader)
  return { ...pack, level }
}

const packOf = (reader: Reader, engines: Engines, options: CompileOptions): Pack | undefined => {
  const { folder: id, own } = reader
  if (!isPack(reader)) return undefined
  const of = rolesIn(reader)
  const jurisdiction = of('jurisdiction')[0]?.source
  const context = packContext(reader)
  const templates = of('template').filter(({ role }) => options.only === undefined || options.only === role.id)
  const results = templates.map((one) => checkTemplate(one, of('example'), context, reader, engines, options))
  const shapes = templates.flatMap(({ role }, i) => {
    const shape = results[i]?.shape
    return shape ? [[role.id, shape] as const] : []
  })
  const found = procedureSource(
    of('procedure')[0]?.source,
    context,
    templates.map(({ role, source }) => [role.id, source]),
    engines.isSafePattern,
  )
  const compiled = new Map(templates.map(({ role }, i) => [role.id, results[i]?.template] as const))
  const measured = compileIndicators(of('indicators')[0]?.source, context, compiled)
  return {
    ...context.pack,
    level: context.level,
    templates: results.flatMap(({ template }) => template ?? []),
    ...(shapes.length > 0 && { shapes: Object.fromEntries(shapes) }),
    policies: of('policy').map(({ source }) => policyOf(source)),
    offices: context.offices,
    ...(found.procedure && { procedure: found.procedure }),
    ...(measured.indicators && { indicators: measured.indicators }),
    issues: [
      ...(own.includes(`${id}/jurisdiction.json`)
        ? officeIssues(jurisdiction, Object.keys(context.pack.roles), context.clauses)
        : [missingJurisdiction(id)]),
      ...strays(of('example'), own),
      ...unusedForms(of('form'), templates),
      ...found.issues,
      ...measured.issues,
      ...results.flatMap(({ issues }) => issues),
    ],
  }
}

const checkTemplate = (
  { role, source }: Read<'template'>,
  examples: readonly Read<'example'>[],
  context: PackContext,
  files: Reader,
  engines: Engines,
  options: CompileOptions,
): Pick<Compiled, 'template' | 'shape' | 'issues'> => {
  const { template, shape, issues: found, ruleOrigins } = compileTemplate(source, role.id, context, files, engines)
  const issues = [...found, ...(template ? inForm(template, options) : [])]
  if (!template || options.examples === false) return { ...(template && { template }), ...(shape && { shape }), issues }
  const own = examples.filter((one) => one.role.template === role.id)
  const tried = checkExamples(template, source, ruleOrigins, new Map(own.map((one) => [one.role.id, one.source])))
  return { template, issues: [...issues, ...tried] }
}

/** What is wrong in the Word file itself, told with its name and the place in it. */
const inForm = (template: Template, { formIssues }: CompileOptions): readonly Issue[] => {
  const { form } = template.document
  if (form?.content === undefined || !formIssues) return []
  return formIssues(template, bytesOfBase64(form.content)).map((issue) => ({
    ...issue,
    file: `${template.pack.id}/${form.file}`,
    line: 1,
    column: 1,
  }))
}

/** Word files that no template names are never printed. */
const unusedForms = (forms: readonly Read<'form'>[], templates: readonly Read<'template'>[]): readonly Issue[] => {
  const named = new Set(templates.map(({ source }) => property(property(source.value, 'x-document'), 'form')))
  return forms
    .filter(({ role }) => !named.has(role.name))
    .map(({ role, source }) =>
      packIssue(
        'unknown-file',
        { source, pointer: '' },
        { wanted: `没有模板的 x-document 里写 "form": "${role.name}"` },
      ),
    )
}

const strays = (examples: readonly Read<'example'>[], own: readonly string[]): readonly Issue[] =>
  examples
    .filter(({ role }) => !own.includes(`${role.pack}/${role.template}.schema.json`))
    .map(({ role, source }) =>
      packIssue('unknown-file', { source, pointer: '' }, { wanted: `没有模板 ${role.template}.schema.json` }),
    )
