import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'
import { isObject, type Json, valueAt } from '@policyforms/core'
import { type Keys, parseTolerantly, placeAt } from '@policyforms/core/editing'
import { type Dialect, dialect, fieldKindsOf, keywordsOf, type Meta, nameOfKind, resolved } from '../model/dialect.ts'
import { wordsOf } from './editors/variant-of.ts'

/*
 * Completion and explanations come from the meta-schemas, as an editor outside would take them. In a template the node's
 * kind tells which keywords it admits, and what stands below a keyword is what its own schema says.
 */

/** What a kind of file has to say of its places. */
export interface JsonHelp {
  readonly keysAt: (root: Json | undefined, keys: Keys) => readonly Completion[]
  readonly valuesAt: (root: Json | undefined, keys: Keys) => readonly Completion[]
  readonly schemaAt: (root: Json | undefined, keys: Keys) => Meta | undefined
}

/** Where a place is: in which kind of node, and how far below one of its keywords. */
interface Standing {
  readonly kind: string
  readonly below: Keys
}

const structures = ['section', 'group', 'table', 'matrix']

const standingAt = (root: Json | undefined, keys: Keys): Standing => {
  let kind = 'template'
  let from = 0
  for (let i = 0; i < keys.length; i++)
    if (keys[i] === 'properties' && i + 1 < keys.length) {
      const node = valueAt(root, keys.slice(0, i + 2))
      const found = isObject(node) ? node['x-kind'] : undefined
      kind = typeof found === 'string' ? found : ''
      from = i + 2
    }
  return { kind, below: keys.slice(from) }
}

const schemaAt = (of: Dialect, { kind, below }: Standing): Meta | undefined =>
  below.slice(1).reduce<Meta | undefined>(
    (schema, key) => {
      if (!schema) return undefined
      const next =
        typeof key === 'number' ? schema.items : isObject(schema.properties) ? schema.properties[key] : undefined
      return next === undefined ? undefined : resolved(of, next)
    },
    keywordsOf(of, kind).find(({ name }) => name === below[0])?.schema,
  )

const keysAt = (of: Dialect, standing: Standing): readonly Completion[] => {
  if (standing.below.length <= 1) {
    const own = keywordsOf(of, standing.kind).map(({ name, label, help }) => ({
      label: name,
      detail: label,
      ...(help && { info: help }),
    }))
    const holders = structures.includes(standing.kind) || standing.kind === 'template' ? ['properties', 'required'] : []
    return [{ label: 'x-kind', detail: '种类' }, ...own, ...holders.map((label) => ({ label }))]
  }
  const schema = schemaAt(of, { ...standing, below: standing.below.slice(0, -1) })
  return propertiesOf(of, schema)
}

/** The properties of a definition, to choose from. */
export const propertiesOf = (of: Dialect, schema: Meta | undefined): readonly Completion[] =>
  Object.entries(isObject(schema?.properties) ? schema.properties : {}).map(([label, written]) => {
    const { title, description } = resolved(of, written)
    return {
      label,
      ...(typeof title === 'string' && { detail: title }),
      ...(typeof description === 'string' && { info: description }),
    }
  })

/** The words of a closed set, to choose from. */
export const wordsIn = (schema: Meta | undefined): readonly Completion[] => {
  const words = Array.isArray(schema?.enum) ? schema.enum : schema?.const === undefined ? [] : [schema.const]
  const called = schema && wordsOf(schema)
  return words.map((word: Json) => {
    const detail = called?.(word)
    return {
      label: String(word),
      type: typeof word === 'string' ? 'text' : 'constant',
      ...(detail !== undefined && detail !== String(word) && { detail }),
    }
  })
}

const valuesAt = (of: Dialect, standing: Standing): readonly Completion[] => {
  if (standing.below[0] === 'x-kind')
    return [...structures, ...fieldKindsOf(of)].map((label) => ({ label, detail: nameOfKind(of, label) }))
  return wordsIn(schemaAt(of, standing))
}

export const templateHelp: JsonHelp = {
  keysAt: (root, keys) => keysAt(dialect, standingAt(root, keys)),
  valuesAt: (root, keys) => valuesAt(dialect, standingAt(root, keys)),
  schemaAt: (root, keys) => schemaAt(dialect, standingAt(root, keys)),
}

const completeBy =
  (help: JsonHelp) =>
  (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString()
    const { keys, isKey } = placeAt(text, context.pos)
    const word = context.matchBefore(/"?[\w$-]*/)
    if (!word || (word.from === word.to && !context.explicit)) return null
    const root = parseTolerantly(text)
    const found = isKey ? help.keysAt(root, keys) : help.valuesAt(root, keys)
    const isClosed = text[context.pos] === '"'
    return {
      from: word.from,
      options: found.map((one) => {
        const quoted = one.type === 'constant' ? one.label : JSON.stringify(one.label)
        const apply = isClosed ? quoted.replace(/"$/, '') : isKey ? `${quoted}: ` : quoted
        return { ...one, label: `"${one.label}`, displayLabel: one.label, apply }
      }),
      validFor: /^"?[\w$-]*$/,
    }
  }

/** The Chinese explanation of the keyword under the pointer. */
const explainBy = (help: JsonHelp) =>
  hoverTooltip((view, pos) => {
    const text = view.state.doc.toString()
    const { keys, isKey } = placeAt(text, pos)
    if (!isKey) return null
    const { title, description } = help.schemaAt(parseTolerantly(text), keys) ?? {}
    if (typeof description !== 'string') return null
    return {
      pos,
      create: () => {
        const dom = document.createElement('div')
        dom.className = 'cm-help'
        dom.textContent = typeof title === 'string' ? `${title}：${description}` : description
        return { dom }
      },
    }
  })

export const helping = (help: JsonHelp): readonly Extension[] => [
  autocompletion({ override: [completeBy(help)], icons: false }),
  explainBy(help),
]
