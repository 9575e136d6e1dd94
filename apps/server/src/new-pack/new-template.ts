import type { SourceFile } from '@policyforms/core/pack'
import type { Draft } from '@policyforms/documents'
import { copyTemplate } from './copy-template.ts'
import { nameOf, placeOf } from './jurisdiction.ts'
import { copiedWords, type NewPack, nameFault, PackRefused, packsOf } from './new-pack.ts'
import { starterFiles } from './starter.ts'
import { withFittingExamples } from './try-pack.ts'

export interface NewTemplateOf {
  readonly pack: string
  readonly template: string
  /** What it begins with: another template (`pack/template`), an outline, or a small template that shows how. */
  readonly from?: string
  readonly outline?: Draft
}

const isIn = (pack: string) => (file: { readonly path: string }) => file.path.startsWith(`${pack}/`)

const templatesOf = (known: readonly SourceFile[]): readonly string[] =>
  known.flatMap(({ path }) => /^([^/]+\/[^/]+)\.schema\.json$/.exec(path)?.[1] ?? [])

const copied = ({ pack, template }: NewTemplateOf, from: string, known: readonly SourceFile[]): NewPack => {
  const [fromPack = '', fromTemplate = template] = from.split('/')
  const files = copyTemplate(known, { pack: fromPack, template: fromTemplate }, { pack, template })
  if (files.length === 0)
    throw new PackRefused(
      `没有模板 ${fromPack}/${fromTemplate}。现有的模板：${templatesOf(known).filter(isNotShared).join('、') || '无'}。`,
    )
  const isNew = new Set(files.map(({ path }) => path))
  const before = known.filter((file) => isIn(pack)(file) && !isNew.has(file.path))
  const fitted = withFittingExamples(pack, [...before, ...files], known)
  const dropped = fitted.dropped.filter((path) => isNew.has(path))
  return {
    files: fitted.files.filter(({ path }) => isNew.has(path)),
    said: fromPack === pack ? [] : copiedWords(nameOf(known, fromPack), dropped),
  }
}

const isNotShared = (id: string) => !/^(common|codes|dialect)\//.test(id)

const made = async (wanted: NewTemplateOf, known: readonly SourceFile[]): Promise<NewPack> => {
  const { pack, template, from, outline } = wanted
  if (from !== undefined) return copied(wanted, from, known)
  if (!outline) return { files: starterFiles(pack, placeOf(known, pack).name, template), said: [] }
  const { outlineFiles } = await import('./outline-pack.ts')
  const own = known.filter(isIn(pack))
  return { files: await outlineFiles(pack, { draft: outline, name: template }, own, known), said: [] }
}

/** The files of a template that joins a pack. Nothing that the pack has is changed; `known` are all files there are. */
export const newTemplate = async (wanted: NewTemplateOf, known: readonly SourceFile[]): Promise<NewPack> => {
  const { pack, template } = wanted
  const fault = nameFault(template, '模板', 'annual-report')
  if (fault) throw new PackRefused(fault)
  if (!packsOf(known).includes(pack))
    throw new PackRefused(
      `没有地区 ${pack}，模板要加在已有的地区里。现有的地区：${packsOf(known).join('、') || '无'}。`,
    )
  const before = new Map(known.map(({ path, text }) => [path, text]))
  if (before.has(`${pack}/${template}.schema.json`))
    throw new PackRefused(`${pack} 已经有模板 ${template} 了，没有改动。请换一个名字。`)
  const { files, said } = await made(wanted, known)
  const [other] = files.filter(({ path, text }) => before.has(path) && before.get(path) !== text)
  if (other) throw new PackRefused(`${other.path} 已经有了，内容不同，没有改动。请先移走它。`)
  return { files: files.filter(({ path }) => !before.has(path)), said }
}
