/** What a file of the schemas folder is, told from its path alone. */
export type FileRole =
  | { readonly is: 'dialect' }
  | { readonly is: 'part' }
  | { readonly is: 'codes'; readonly pack?: string; readonly id: string }
  | { readonly is: 'jurisdiction'; readonly pack: string }
  | { readonly is: 'procedure'; readonly pack: string }
  | { readonly is: 'indicators'; readonly pack: string }
  | { readonly is: 'policy'; readonly pack: string; readonly id: string }
  | { readonly is: 'template'; readonly pack: string; readonly id: string }
  | { readonly is: 'example'; readonly pack: string; readonly template: string; readonly id: string }
  | { readonly is: 'form'; readonly pack: string; readonly name: string }
  | { readonly is: 'unknown' }

const id = '[a-z][a-z0-9-]*'
const forms: readonly (readonly [RegExp, (match: readonly string[]) => FileRole])[] = [
  [/^dialect\/[^/]+\.schema\.json$/, () => ({ is: 'dialect' })],
  [new RegExp(`^common/${id}\\.schema\\.json$`), () => ({ is: 'part' })],
  [new RegExp(`^codes/(${id})\\.json$`), ([, name = '']) => ({ is: 'codes', id: name })],
  [new RegExp(`^(${id})/codes/(${id})\\.json$`), ([, pack = '', name = '']) => ({ is: 'codes', pack, id: name })],
  [new RegExp(`^(${id})/jurisdiction\\.json$`), ([, pack = '']) => ({ is: 'jurisdiction', pack })],
  [new RegExp(`^(${id})/procedure\\.json$`), ([, pack = '']) => ({ is: 'procedure', pack })],
  [new RegExp(`^(${id})/indicators\\.json$`), ([, pack = '']) => ({ is: 'indicators', pack })],
  [new RegExp(`^(${id})/policies/(${id})\\.json$`), ([, pack = '', name = '']) => ({ is: 'policy', pack, id: name })],
  [new RegExp(`^(${id})/(${id})\\.schema\\.json$`), ([, pack = '', name = '']) => ({ is: 'template', pack, id: name })],
  [
    new RegExp(`^(${id})/examples/(${id})/(${id})\\.json$`),
    ([, pack = '', template = '', name = '']) => ({ is: 'example', pack, template, id: name }),
  ],
  [new RegExp(`^(${id})/(forms/${id}\\.docx)$`), ([, pack = '', name = '']) => ({ is: 'form', pack, name })],
]

export const roleOf = (path: string): FileRole => {
  for (const [pattern, role] of forms) {
    const match = pattern.exec(path)
    if (match) return role(match)
  }
  return { is: 'unknown' }
}

/** The folders that are not packs. */
export const sharedFolders: readonly string[] = ['dialect', 'common', 'codes']

export const expectedFiles =
  '可以有：jurisdiction.json、procedure.json、indicators.json、policies/编号.json、名称.schema.json、codes/名称.json、examples/模板/名称.json、forms/名称.docx'
