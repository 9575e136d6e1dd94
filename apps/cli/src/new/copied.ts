import type { SourceFile } from '@policyforms/core/pack'
import { wrongCall } from '../command.ts'
import { copyPack } from './copy-pack.ts'
import type { Place } from './jurisdiction.ts'
import { withFittingExamples } from './try-pack.ts'

/** A pack made from a neighbour's, with what has to be gone through by hand. */
export const copied = (known: readonly SourceFile[], from: string, place: Place, said: readonly string[]) => {
  const packs = known.flatMap(({ path }) => /^([^/]+)\/jurisdiction\.json$/.exec(path)?.[1] ?? [])
  if (!packs.includes(from)) throw wrongCall(`没有地区 ${from}。现有的地区：${packs.join('、') || '无'}。`)
  const { files, dropped } = withFittingExamples(place.id, copyPack(known, from, place), known)
  return {
    files,
    said: [
      ...said,
      `政策仍引用 ${from} 的条款。有了自己的政策，就放进 policies/，再改各处的 x-clause。`,
      '请核对 jurisdiction.json 的部门和角色，以及示例里的地名。',
      ...(dropped.length > 0 ? [`有 ${dropped.length} 个示例不再适用，没有复制：${dropped.join('、')}。`] : []),
    ],
  }
}
