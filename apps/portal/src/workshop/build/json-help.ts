import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { hoverTooltip } from '@codemirror/view'
import { isObject, type Json, valueAt } from '@policyforms/core'
import { type Keys, parseTolerantly, placeAt } from '@policyforms/core/editing'
import { type Dialect, dialect, fieldKindsOf, keywordsOf, type Meta, nameOfKind, resolved } from '../model/dialect.ts'

/*
 * Completion and explanations come from the meta-schemas, as an editor outside would take them: the node's kind tells
 * which keywords it admits, and what stands below a keyword is what its own schema says.
 */

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
      return next === undefined ? undefined : resolved(of, next, 'keywords.schema.json')
    },
    keywordsOf(of, kind).find(({ name }) => name === below[0])?.schema,
  )

const info = (text: string): Pick<Completion, 'info'> => (text ? { info: text } : {})

const keysAt = (of: Dialect, standing: Standing): readonly Completion[] => {
  if (standing.below.length <= 1) {
    const own = keywordsOf(of, standing.kind).map(({ name, label, help }) => ({
      label: name,
      detail: label,
      ...info(help),
    }))
    const holders = structures.includes(standing.kind) || standing.kind === 'template' ? ['properties', 'required'] : []
    return [{ label: 'x-kind', detail: '种类' }, ...own, ...holders.map((label) => ({ label }))]
  }
  const schema = schemaAt(of, { ...standing, below: standing.below.slice(0, -1) })
  return Object.entries(isObject(schema?.properties) ? schema.properties : {}).map(([label, written]) => {
    const part = resolved(of, written, 'keywords.schema.json')
    return {
      label,
      ...(typeof part.title === 'string' && { detail: part.title }),
      ...info(String(part.description ?? '')),
    }
  })
}

const valuesAt = (of: Dialect, standing: Standing): readonly Completion[] => {
  if (standing.below[0] === 'x-kind')
    return [...structures, ...fieldKindsOf(of)].map((label) => ({ label, detail: nameOfKind(of, label) }))
  const schema = schemaAt(of, standing)
  const words = Array.isArray(schema?.enum) ? schema.enum : schema?.const === undefined ? [] : [schema.const]
  return words.map((word) => ({ label: String(word), type: typeof word === 'string' ? 'text' : 'constant' }))
}

const complete = (context: CompletionContext): CompletionResult | null => {
  const text = context.state.doc.toString()
  const { keys, isKey } = placeAt(text, context.pos)
  const word = context.matchBefore(/"?[\w$-]*/)
  if (!word || (word.from === word.to && !context.explicit)) return null
  const standing = standingAt(parseTolerantly(text), keys)
  const found = isKey ? keysAt(dialect, standing) : valuesAt(dialect, standing)
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

export const completion = autocompletion({ override: [complete], icons: false })

/** The Chinese explanation of the keyword under the pointer. */
export const explanation = hoverTooltip((view, pos) => {
  const text = view.state.doc.toString()
  const { keys, isKey } = placeAt(text, pos)
  if (!isKey) return null
  const standing = standingAt(parseTolerantly(text), keys)
  const schema = schemaAt(dialect, standing)
  const help = typeof schema?.description === 'string' ? schema.description : ''
  if (!help) return null
  return {
    pos,
    create: () => {
      const dom = document.createElement('div')
      dom.className = 'cm-help'
      dom.textContent = typeof schema?.title === 'string' ? `${schema.title}：${help}` : help
      return { dom }
    },
  }
})
