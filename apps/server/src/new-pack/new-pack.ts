import { type SourceFile, sharedFolders } from '@policyforms/core/pack'
import type { Draft } from '@policyforms/documents'
import { copyPack } from './copy-pack.ts'
import { jurisdictionOf, nameOf, placeFor } from './jurisdiction.ts'
import { starterFiles } from './starter.ts'
import { withFittingExamples } from './try-pack.ts'

export interface NewPackOf {
  readonly id: string
  readonly name: string
  readonly code?: string
  /** What it begins with: a neighbour's, outlines of a template each, or a small template that shows how. */
  readonly from?: string
  readonly outlines?: readonly Draft[]
}

export interface NewPack {
  readonly files: readonly SourceFile[]
  /** What a person should know. */
  readonly said: readonly string[]
}

/** Why no pack can be made of this, as a sentence; `name` says what is wrong. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused'
}

/** The files of a new pack. `known` are those of the schemas folder. */
export const newPack = async (wanted: NewPackOf, known: readonly SourceFile[]): Promise<NewPack> => {
  const { id, name, code, from, outlines } = wanted
  const fault = idFault(id, known)
  if (fault) throw new PackRefused(fault)
  const place = placeFor(known, id, name, code)
  if (from !== undefined) {
    if (!packsOf(known).includes(from))
      throw new PackRefused(`没有地区 ${from}。现有的地区：${packsOf(known).join('、') || '无'}。`)
    const { files, dropped } = withFittingExamples(id, copyPack(known, from, place), known)
    return { files, said: copiedWords(nameOf(known, from), dropped) }
  }
  const jurisdiction = { path: `${id}/jurisdiction.json`, text: `${JSON.stringify(jurisdictionOf(place), null, 2)}\n` }
  if (!outlines?.length) return { files: [jurisdiction, ...starterFiles(id, name)], said: [] }
  const { outlineFiles } = await import('./outline-pack.ts')
  const files = [jurisdiction]
  for (const draft of outlines) files.push(...(await outlineFiles(id, { draft }, files, known)))
  return { files, said: [] }
}

export const packsOf = (known: readonly SourceFile[]): readonly string[] =>
  known.flatMap(({ path }) => /^([^/]+)\/jurisdiction\.json$/.exec(path)?.[1] ?? [])

/** Why a word cannot be the name of a file or folder of a pack. */
export const nameFault = (name: string, what: string, example: string): string | undefined =>
  /^[a-z][a-z0-9-]*$/.test(name)
    ? undefined
    : `${name} 不能作${what}的名字，请用英文小写、数字和短横线，如 ${example}。`

/** Why a word cannot be the name of a pack's folder. */
export const idFault = (id: string, known: readonly SourceFile[]): string | undefined => {
  const fault = nameFault(id, '文件夹', 'north-province')
  if (fault) return fault
  if (sharedFolders.includes(id)) return `${id} 是公用的文件夹，请换一个名字。`
  return known.some(({ path }) => path.startsWith(`${id}/`)) ? `已经有 ${id} 了，没有改动。请换一个名字。` : undefined
}

export const copiedWords = (from: string, dropped: readonly string[]): readonly string[] => [
  `各处的依据还是${from}的条款。有了自己的政策，在“条款”里读入，再把依据换过来。`,
  '请核对部门和角色（“资料”的“地区情况”），以及例子里的地名（“试填”的“例子”）。',
  ...(dropped.length > 0 ? [`有 ${dropped.length} 个示例不再适用，没有复制：${dropped.join('、')}。`] : []),
]
