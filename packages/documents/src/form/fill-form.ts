import { type Answers, liveLists, settle, type Template } from '@policyforms/core'
import { holdsComputed } from '../controls/holds-computed.ts'
import { type Part, packed, stored } from '../package/part.ts'
import type { WordFile } from '../package/word-file.ts'
import { zipParts } from '../package/zip-parts.ts'
import { customProperties, originOf } from '../shell/custom-properties.ts'
import { type Filling, fillPart } from './fill-part.ts'
import { fieldsByName, namedFields } from './names.ts'
import { filledParts, withOfficeFile } from './office-file.ts'

const customPart = 'docProps/custom.xml'
const types = '[Content_Types].xml'
const relations = '_rels/.rels'

const names = {
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
} as const

/** Declares what the controls are written in, as far as the part does not do so itself. */
const withNames = (xml: string): string =>
  xml.replace(/<w:\w+(?: [^>]*)?>/, (root) => {
    const missing = Object.entries(names).filter(([prefix]) => !root.includes(`xmlns:${prefix}=`))
    const declared = `${root.slice(0, -1)}${missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')}>`
    const [, ignorable] = /mc:Ignorable="([^"]*)"/.exec(declared) ?? []
    if (ignorable === undefined) return `${declared.slice(0, -1)} mc:Ignorable="w14 w15">`
    const all = [...new Set([...ignorable.split(' '), 'w14', 'w15'])].join(' ')
    return declared.replace(/mc:Ignorable="[^"]*"/, `mc:Ignorable="${all}"`)
  })

const filled = (file: WordFile, filling: Filling): ReadonlyMap<string, string> =>
  new Map(
    filledParts(file).flatMap(({ name }) => {
      const before = file.archive.text(name)
      const after = fillPart(before, filling)
      return after === before ? [] : [[name, withNames(after)] as const]
    }),
  )

/** The properties that say whose file it is, declared where the file has none. */
const withProperties = (file: WordFile, properties: string): ReadonlyMap<string, string> => {
  const own: [string, string][] = [[customPart, properties]]
  if (!file.archive.has(customPart)) {
    const type = `<Override PartName="/${customPart}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`
    const relation = `<Relationship Id="rIdPolicyforms" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${customPart}"/>`
    own.push(
      [types, file.archive.text(types).replace('</Types>', `${type}</Types>`)],
      [relations, file.archive.text(relations).replace('</Relationships>', `${relation}</Relationships>`)],
    )
  }
  return new Map(own)
}

/** What stands in the file: parts that hold no place are copied byte for byte, as they are packed. */
export const fillForm = async (
  template: Template,
  bytes: Uint8Array,
  answers: Answers,
  options: { readonly today: string },
): Promise<Uint8Array | undefined> => {
  const settled = settle(template, answers, options)
  const filling: Filling = {
    answers: settled.answers,
    hidden: settled.hidden,
    lists: liveLists(template, settled.answers),
    byName: fieldsByName(namedFields(template)),
  }
  const origin = { ...originOf(template, holdsComputed(template, answers), []), layout: 'office' as const }
  const opened = withOfficeFile(bytes, (file) => {
    const changed = new Map([...withProperties(file, customProperties(origin)), ...filled(file, filling)])
    const kept = file.archive.names.filter((name) => !name.endsWith('/'))
    const all = [...kept, ...[...changed.keys()].filter((name) => !kept.includes(name))]
    return all.map((name): Promise<Part> | Part => {
      const text = changed.get(name)
      if (text === undefined) return file.archive.packed(name)
      return name === customPart ? stored(name, Buffer.from(text)) : packed(name, Buffer.from(text))
    })
  })
  return 'value' in opened ? zipParts(await Promise.all(opened.value)) : undefined
}
