import { readFileSync } from 'node:fs'

/** One of the meta-schemas, or a part of one, as the guide needs it. */
export interface Meta {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Meta>>
  readonly items?: Meta
  readonly oneOf?: readonly Meta[]
  readonly anyOf?: readonly Meta[]
  readonly allOf?: readonly Meta[]
  readonly additionalProperties?: Meta | boolean
  readonly $defs?: Readonly<Record<string, Meta>>
  readonly if?: Meta
  readonly then?: Meta
  readonly else?: Meta
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly maxLength?: number
}

const read = (name: string): Meta =>
  JSON.parse(readFileSync(new URL(`../../schemas/dialect/${name}.schema.json`, import.meta.url), 'utf8'))

export const metas = {
  template: read('template'),
  keywords: read('keywords'),
  part: read('part'),
  codes: read('codes'),
  policy: read('policy'),
  jurisdiction: read('jurisdiction'),
  procedure: read('procedure'),
  indicators: read('indicators'),
}

export type MetaName = keyof typeof metas
const isMetaName = (name: string): name is MetaName => Object.hasOwn(metas, name)

export interface Followed {
  readonly file: MetaName
  readonly meta: Meta
}

/** What a keyword is: where it only refers to a definition, that, with a description of its own if it has one. */
export const followed = (file: MetaName, meta: Meta): Followed => {
  if (meta.$ref === undefined) return { file, meta }
  const [other = '', name = ''] = meta.$ref.split('#/$defs/')
  const to = other === '' ? file : other.replace('.schema.json', '')
  if (!isMetaName(to)) throw new Error(`no meta-schema ${to}`)
  const found = metas[to].$defs?.[name]
  if (!found) throw new Error(`${file}: ${meta.$ref} leads nowhere`)
  return { file: to, meta: { ...found, ...(meta.description !== undefined && { description: meta.description }) } }
}

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  array: '数组',
  object: '对象',
}

const code = (value: unknown) => `\`${JSON.stringify(value)}\``

/** What may be written as the value of a keyword, in a few words. */
export const wanted = (file: MetaName, given: Meta): string => {
  const { file: where, meta } = followed(file, given)
  if (meta.const !== undefined) return code(meta.const)
  if (meta.enum) return meta.enum.map(code).join('、')
  const { minimum, maximum, maxLength, items } = meta
  const kinds = (Array.isArray(meta.type) ? meta.type : [meta.type]).filter((type) => typeof type === 'string')
  const choices = meta.oneOf ?? meta.anyOf
  if (kinds.length === 0 && choices) return [...new Set(choices.map((one) => wanted(where, one)))].join('或')
  const name = kinds.map((type) => types[type] ?? type).join('或') || '对象'
  if (kinds[0] === 'array' && items) {
    const inner = wanted(where, items)
    return inner === '对象' ? '对象的数组' : `数组，每项是${inner}`
  }
  const limits = [
    minimum !== undefined && maximum !== undefined && `${minimum} 至 ${maximum}`,
    minimum !== undefined && maximum === undefined && `不小于 ${minimum}`,
    minimum === undefined && maximum !== undefined && `不大于 ${maximum}`,
    maxLength !== undefined && `最多 ${maxLength} 字`,
  ].filter((limit) => typeof limit === 'string')
  return limits.length > 0 ? `${name}，${limits.join('，')}` : name
}

const inCell = (text: string) => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')

/** What stands in the objects that a keyword may be written as. What is repeated in it, such as rules, is told elsewhere. */
const objectParts = (file: MetaName, given: Meta): readonly string[] => {
  const { file: where, meta } = followed(file, given)
  const own = Object.entries(meta.properties ?? {}).map(([key, part]) => {
    const needed = meta.required?.includes(key) ? '（必写）' : ''
    return `\`${key}\`${needed} ${(followed(where, part).meta.description ?? '').replace(/。$/, '')}`
  })
  const forms = [...(meta.oneOf ?? []), ...(meta.anyOf ?? []), ...(meta.allOf ?? []), meta.then, meta.else]
  return [...own, ...forms.flatMap((form) => (form ? objectParts(where, form) : []))]
}

/** A keyword that several nodes share has no table of its own, so its parts are told beside it. */
const about = (file: MetaName, given: Meta): string => {
  const { file: where, meta } = followed(file, given)
  const parts = given.$ref !== undefined && where === 'keywords' ? objectParts(file, given) : []
  return `${meta.description ?? ''}${parts.length > 0 ? `写成对象时：${parts.join('；')}。` : ''}`
}

/** The keywords of a node as a table: what must be written comes first. */
export const keywordTable = (
  file: MetaName,
  meta: Meta,
  isWanted: (key: string) => boolean = () => true,
): readonly string[] => {
  const keys = Object.keys(meta.properties ?? {}).filter((key) => key !== 'x-kind' && isWanted(key))
  const needed = (key: string) => meta.required?.includes(key) ?? false
  const sorted = [...keys.filter(needed), ...keys.filter((key) => !needed(key))]
  if (sorted.length === 0) return []
  return [
    '| 关键字 | 写什么 | 意思 |',
    '| --- | --- | --- |',
    ...sorted.map((key) => {
      const inner = meta.properties?.[key] ?? {}
      return `| \`${key}\`${needed(key) ? '（必写）' : ''} | ${inCell(wanted(file, inner))} | ${inCell(about(file, inner))} |`
    }),
  ]
}

/** The objects inside a node that have keywords of their own, such as the heads of a matrix, by the way to them. */
export const innerTables = (
  file: MetaName,
  meta: Meta,
  way: string,
): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(meta.properties ?? {}).flatMap(([key, given]) =>
    // What is defined elsewhere is told where it is defined.
    given.$ref === undefined ? partsOf(file, given, `${way}${way ? '.' : ''}${key}`) : [],
  )

const partsOf = (file: MetaName, meta: Meta, way: string): readonly (readonly [string, readonly string[]])[] => {
  const inner = [
    meta,
    meta.items,
    typeof meta.additionalProperties === 'object' ? meta.additionalProperties : undefined,
  ]
    .concat(meta.oneOf ?? [], meta.anyOf ?? [])
    .flatMap((one) => (one && !one.if && one.$ref === undefined && one.properties ? [one] : []))
  return inner.flatMap((one) => [[way, keywordTable(file, one)] as const, ...innerTables(file, one, way)])
}
