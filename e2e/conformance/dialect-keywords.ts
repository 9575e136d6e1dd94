import { readdirSync, readFileSync } from 'node:fs'

interface Meta {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Meta>>
  readonly items?: Meta
  readonly oneOf?: readonly Meta[]
  readonly anyOf?: readonly Meta[]
  readonly if?: Meta
  readonly additionalProperties?: Meta | boolean
  readonly $defs?: Readonly<Record<string, Meta>>
}

const folder = new URL('../../schemas/dialect/', import.meta.url)

const files = new Map(
  readdirSync(folder).map((name): [string, Meta] => [
    name.replace('.schema.json', ''),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
  ]),
)

/** The files whose keywords make up a template. */
const templateFiles = ['template', 'keywords', 'part']

const insideOf = ({ items, oneOf = [], anyOf = [], additionalProperties }: Meta): readonly Meta[] => [
  ...(items ? [items] : []),
  ...oneOf,
  ...anyOf,
  // What a node says of its children only points back to the kinds.
  ...(typeof additionalProperties === 'object' && !additionalProperties.if ? [additionalProperties] : []),
]

/** Every keyword of some meta-schemas, each once: `x-unit`, or with what it stands in, `matrix.x-rows.key`. */
const keywordsOf = (names: readonly string[], withFile: boolean): ReadonlySet<string> => {
  const found = new Set<string>()
  const visited = new Set<Meta>()
  const visit = (file: string, name: string, meta: Meta): void => {
    if (visited.has(meta)) return
    visited.add(meta)
    const target = meta.$ref === undefined ? undefined : follow(file, meta.$ref)
    if (target) visit(target.file, target.name, target.meta)
    for (const [key, inner] of Object.entries(meta.properties ?? {})) {
      if (key === '$schema' || key === 'x-kind') continue
      const shared = inner.$ref === undefined ? undefined : follow(file, inner.$ref)
      const isKeyword = shared?.file === 'keywords' && shared.name === key && !withFile
      const id = isKeyword ? key : `${name}.${key}`
      found.add(withFile ? `${file}/${id}` : id)
      visit(file, id, inner)
    }
    for (const inner of insideOf(meta)) visit(file, name, inner)
  }
  const follow = (file: string, ref: string) => {
    const [other = '', name = ''] = ref.split('#/$defs/')
    const to = other === '' ? file : other.replace('.schema.json', '')
    const meta = files.get(to)?.$defs?.[name]
    if (!meta) throw new Error(`${file}: ${ref} leads nowhere`)
    // A pack's files cite clauses by the keyword of templates, which has an entry there.
    return withFile && to === 'keywords' ? undefined : { file: to, name, meta }
  }
  for (const file of names) {
    const meta = files.get(file) ?? {}
    if (file !== 'keywords') visit(file, file, meta)
    if (file === 'template' || file !== 'keywords')
      for (const [name, inner] of Object.entries(meta.$defs ?? {}))
        if (!['field', 'anything'].includes(name)) visit(file, name, inner)
  }
  return found
}

/** Of templates, and of the parts that they share. */
export const templateKeywords = keywordsOf(templateFiles, false)

/** Of the other files of a pack, each with its file: `procedure/stage.title`. */
export const packKeywords = keywordsOf(
  [...files.keys()].filter((name) => !templateFiles.includes(name)),
  true,
)

/** What the dialect calls a kind of node, and what such a node may say. */
export const nodeKeywords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(files.get('template')?.$defs ?? {}).flatMap(([kind, meta]) =>
    meta.properties && 'x-kind' in meta.properties && !['field', 'anything'].includes(kind)
      ? [[kind, Object.keys(meta.properties).filter((key) => key !== 'x-kind')]]
      : [],
  ),
)
