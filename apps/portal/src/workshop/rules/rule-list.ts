import {
  blockAt,
  isObject,
  type Json,
  type JsonObject,
  type Path,
  property,
  type Template,
  valueAt,
} from '@policyforms/core'
import type { Keys } from '@policyforms/core/editing'
import { answerPath, plainPath } from '../model/answer-path.ts'
import { allNodes, type OutlineNode, outlineOf, parsed } from '../model/outline.ts'

/** A rule as the template's text has it. */
export interface WrittenRule {
  readonly id: string
  readonly keys: Keys
  /** The node in the outline that carries it; empty for the template itself. */
  readonly node: string
  readonly holder: string
  readonly path: Path
  readonly rule: JsonObject
}

/** By what it says when it is broken, which people know it by; until that is written, by its id. */
export const wordsOfRule = (rule: Json | undefined): string =>
  String(property(rule, 'message') || property(rule, 'id') || '还没有写')

/** Every rule of a template's text, in the order of its outline. */
export const rulesIn = (text: string): readonly WrittenRule[] => {
  const root = parsed(text)
  const at = (keys: Keys, node: string, holder: string): readonly WrittenRule[] => {
    const written = valueAt(root, [...keys, 'x-rules'])
    return (Array.isArray(written) ? written : []).flatMap((rule: Json, i): readonly WrittenRule[] =>
      isObject(rule)
        ? [
            {
              id: typeof rule.id === 'string' ? rule.id : '',
              keys: [...keys, 'x-rules', i],
              node,
              holder,
              path: answerPath(keys),
              rule,
            },
          ]
        : [],
    )
  }
  return [
    ...at([], '', '整个模板'),
    ...allNodes(outlineOf(text) ?? []).flatMap(({ keys, id, kind, title }) => [
      ...at(keys, id, title),
      ...(kind === 'table' ? at([...keys, 'items'], id, `${title}的每一行`) : []),
    ]),
  ]
}

/** Where a rule may hang. */
export interface Holder {
  readonly keys: Keys
  /** With the titles around it. */
  readonly title: string
}

const holding: readonly string[] = ['section', 'group', 'table', 'matrix']

/** Every part of a template that a rule may hang at, and the rows of its tables, in the order of its outline. */
export const holdersIn = (text: string): readonly Holder[] => {
  const inNode = (node: OutlineNode, trail: readonly string[]): readonly Holder[] => {
    if (!holding.includes(node.kind)) return []
    const titles = [...trail, node.title]
    const title = titles.join(' › ')
    return [
      { keys: node.keys, title },
      ...(node.kind === 'table' ? [{ keys: [...node.keys, 'items'], title: `${title}的每一行` }] : []),
      ...node.children.flatMap((child) => inNode(child, titles)),
    ]
  }
  return [{ keys: [], title: '整个模板' }, ...(outlineOf(text) ?? []).flatMap((node) => inNode(node, []))]
}

/** What a rule hangs at, by the title that it has from common parts if the template gives it none. */
export const holderName = ({ path, holder }: WrittenRule, shape: Pick<Template, 'sections'>): string => {
  const title = path.at(-1) === '*' ? undefined : blockAt(shape, plainPath(path))?.title
  return title ?? holder
}
