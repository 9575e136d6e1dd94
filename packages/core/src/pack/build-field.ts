import { fieldKinds, isKind, type Kind } from '../fields/index.ts'
import { yuanIn } from '../numbers/amount-in-words.ts'
import type { Field, Node, Path } from '../template/template.ts'
import { buildList } from './build-list.ts'
import { buildNode } from './build-node.ts'
import type { Building } from './building.ts'
import { numberOf, present, textOf, textsOf } from './keyword-values.ts'
import type { Resolved } from './resolve.ts'

/** What a kind has when the template says nothing. */
interface Defaults {
  readonly places?: number
  readonly unit?: string
  readonly maxLength?: number
  readonly maxItems?: number
  readonly precision?: 'month'
  readonly accept?: readonly string[]
  readonly megabytes?: number
}

const defaults: Partial<Record<Kind, Defaults>> = {
  text: { maxLength: 200 },
  narrative: { maxLength: 32_000 },
  number: { places: 0 },
  money: { places: 2 },
  percent: { places: 2, unit: '%' },
  period: { precision: 'month' },
  attachment: { maxItems: 20, megabytes: 20 },
  picture: { maxItems: 10, megabytes: 20, accept: ['.png', '.jpg', '.jpeg'] },
}

/** A field, or nothing where the node has no kind of a field. */
export const buildField = (
  on: Building,
  node: Resolved,
  path: Path,
  above: Node | undefined,
  required: boolean,
): readonly Field[] => {
  const kind = node.keywords['x-kind']
  if (typeof kind !== 'string' || !isKind(kind)) return []
  const { keywords } = node
  const wide = keywords['x-wide']
  const field: Field = {
    block: 'field',
    kind,
    ...buildNode(on, node, path, above),
    required,
    sensitive: keywords['x-sensitive'] === true,
    wide: typeof wide === 'boolean' ? wide : fieldKinds[kind].wide,
    ...facets(on, node, path, defaults[kind] ?? {}),
  }
  if (kind === 'money' && field.inWords && yuanIn(field.unit ?? '') === undefined)
    on.report('wrong-value', node, 'x-unit', { keyword: 'x-unit', wanted: '元、万元或亿元' })
  for (const keyword of ['x-compute', 'x-prefill', 'x-at-most'] as const)
    if (keywords[keyword] !== undefined) on.written.push({ path, keyword, node, field })
  if (keywords['x-refers'] !== undefined) on.references.push({ path, node })
  return [field]
}

/** As it is written; `linkReferences` looks the table and its columns up. */
const refersOf = ({ keywords }: Resolved): Field['refers'] => {
  const table = textOf(keywords['x-refers'])
  return table === undefined ? undefined : { table: table.split('.'), show: textsOf(keywords['x-show']) }
}

const facets = (on: Building, node: Resolved, path: Path, standard: Defaults): Partial<Field> => {
  const { keywords } = node
  const pattern = textOf(keywords.pattern)
  const megabytes = numberOf(keywords['x-max-mb']) ?? standard.megabytes
  const list = (keyword: string) => (keywords[keyword] === undefined ? undefined : textsOf(keywords[keyword]))
  return present({
    unit: textOf(keywords['x-unit']) ?? standard.unit,
    inWords: keywords['x-in-words'] === true ? (true as const) : undefined,
    places: numberOf(keywords['x-places']) ?? standard.places,
    minimum: numberOf(keywords.minimum),
    maximum: numberOf(keywords.maximum),
    minLength: numberOf(keywords.minLength),
    maxLength: numberOf(keywords.maxLength) ?? standard.maxLength,
    minChars: numberOf(keywords['x-min-chars']),
    maxChars: numberOf(keywords['x-max-chars']),
    pattern:
      pattern === undefined ? undefined : { source: pattern, hint: textOf(keywords['x-pattern-hint']) ?? pattern },
    list: buildList(on, node, path),
    refers: refersOf(node),
    minItems: numberOf(keywords.minItems),
    maxItems: numberOf(keywords.maxItems) ?? standard.maxItems,
    schemes: list('x-schemes'),
    precision: keywords['x-precision'] === 'date' ? ('date' as const) : standard.precision,
    accept: list('x-accept') ?? standard.accept,
    maxBytes: megabytes === undefined ? undefined : megabytes * 2 ** 20,
    text: list('x-text'),
  })
}
