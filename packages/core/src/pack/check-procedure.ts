import { isObject, type Json, property } from '../answers/json.ts'
import type { Issue, PackCode } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import { metaIssues } from './check-files.ts'
import { clauseRefs, listOf, textOf } from './keyword-values.ts'
import type { PackContext } from './pack-context.ts'
import { packIssue, type Source } from './source.ts'

/** What the rest of a pack offers to its procedure. */
export type ProcedureContext = Pick<PackContext, 'pack' | 'clauses' | 'offices'> & {
  /** The titles of the pack's templates, by the names of their files. */
  readonly templates: ReadonlyMap<string, string>
}

/** The shape of a procedure, and every name in it that stands for something else. Its course is checked by `procedure`. */
export const procedureIssues = (source: Source, context: ProcedureContext): readonly Issue[] => [
  ...metaIssues('procedure', source),
  ...references(source.value, '').flatMap((found) => unknownName(found, source, context)),
]

/** What a keyword names: one name, several, or the keys of an object. */
const targets = {
  role: 'role',
  roles: 'role',
  template: 'template',
  document: 'template',
  from: 'stage',
  to: 'stage',
  stage: 'stage',
  doneBy: 'transition',
  undoneBy: 'transition',
  transition: 'transition',
  asks: 'fact',
  effects: 'fact',
  clause: 'clause',
} as const
type Target = (typeof targets)[keyof typeof targets]

const codes = {
  role: 'unknown-role',
  template: 'unknown-template',
  stage: 'unknown-stage',
  transition: 'unknown-transition',
  fact: 'unknown-fact',
  clause: 'unknown-clause',
} satisfies Record<Target, PackCode>

interface Reference {
  readonly target: Target
  readonly name: string
  readonly pointer: string
  readonly isKey: boolean
}

/** Objects whose keys are an author's own names, not keywords. */
const maps = ['parameters', 'facts', 'stages', 'transitions', 'obligations', 'consequences', 'documents', 'opinions']

const isKeyword = (key: string): key is keyof typeof targets => Object.hasOwn(targets, key)

const references = (value: Json | undefined, pointer: string): readonly Reference[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => references(item, `${pointer}/${i}`))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, child]) => {
    const here = `${pointer}/${key}`
    if (maps.includes(key) && isObject(child))
      return Object.entries(child).flatMap(([name, item]) => references(item, `${here}/${name}`))
    // A due date counts from a day: there, `from` is an expression.
    if (!isKeyword(key) || (key === 'from' && pointer.endsWith('/due'))) return references(child, here)
    return namesIn(child, here).map((found) => ({ target: targets[key], ...found }))
  })
}

const namesIn = (value: Json | undefined, pointer: string): readonly Omit<Reference, 'target'>[] => {
  if (isObject(value)) return Object.keys(value).map((name) => ({ name, pointer: `${pointer}/${name}`, isKey: true }))
  if (!Array.isArray(value)) return clauseRefs(value).map((name) => ({ name, pointer, isKey: false }))
  return listOf(value).flatMap((item, i) => {
    const name = textOf(item)
    return name === undefined ? [] : [{ name, pointer: `${pointer}/${i}`, isKey: false }]
  })
}

const unknownName = (found: Reference, source: Source, context: ProcedureContext): readonly Issue[] => {
  const { target, name, pointer, isKey } = found
  if (target === 'clause' && context.clauses.has(name)) return []
  const known = namesOf(target, source, context)
  if (known.includes(name)) return []
  const param = target === 'clause' ? 'ref' : target
  const params = { [param]: name, suggestion: nearest(name, known) }
  return [packIssue(codes[target], { source, pointer }, params, { target: isKey ? 'key' : 'value' })]
}

const namesOf = (target: Target, { value }: Source, context: ProcedureContext): readonly string[] => {
  const keysAt = (key: string) => {
    const held = property(value, key)
    return isObject(held) ? Object.keys(held) : []
  }
  switch (target) {
    case 'role':
      return Object.keys(context.pack.roles)
    case 'template':
      return [...context.templates.keys()]
    case 'clause':
      return [...context.clauses.keys()]
    case 'stage':
      return keysAt('stages')
    case 'transition':
      return keysAt('transitions')
    case 'fact':
      return keysAt('facts')
  }
}
