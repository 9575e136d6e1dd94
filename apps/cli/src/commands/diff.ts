import { facetNames, partNames } from '@policyforms/core'
import type { Difference } from '@policyforms/core/pack'
import type { Command } from '../command.ts'
import { openPack } from '../open-pack.ts'

const oneLine = (text: string) => text.replace(/\s+/g, ' ').replace(/\p{Cc}+/gu, ' ')
const shorter = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
const quoted = (text: string | undefined) => (text === undefined ? '没有' : `“${shorter(oneLine(text))}”`)

const sentenceOf = (
  { is, label, path, facet, before, after }: Difference,
  names: readonly [string, string],
): string => {
  // The template's name stands above already.
  const within = path.length > 0 ? label.replace(/^.*? › /, '') : label
  const place = `${partNames[is]} ${oneLine(within)}${path.length > 0 ? `（${path.join('.')}）` : ''}`
  if (facet !== undefined) return `${place}：${facetNames[facet] ?? facet} ${quoted(before)} → ${quoted(after)}`
  const owner = before === undefined ? names[1] : names[0]
  return `${place}：只有 ${owner} 有${is === 'option' || is === 'rule' ? ` ${quoted(before ?? after)}` : ''}`
}

export const diff: Command = {
  name: 'diff',
  usage: 'PACK PACK',
  about: '比较两个地区的模板；同一地区的两个版本写 PACK@文件夹',
  words: [2, 2],
  options: { json: { type: 'boolean', about: '输出 JSON，给程序用' } },
  run: async (call) => {
    const [left = '', right = ''] = call.words
    const { comparePacks } = await import('@policyforms/core/pack')
    const differences = comparePacks(await openPack(call, left), await openPack(call, right))
    if (call.values.json) {
      console.log(JSON.stringify(differences, null, 2))
      return 0
    }
    for (const [template, found] of Map.groupBy(differences, (difference) => difference.template))
      console.log([template, ...found.map((one) => `  ${sentenceOf(one, [left, right])}`), ''].join('\n'))
    console.log(differences.length === 0 ? '没有不同。' : `${differences.length} 处不同。`)
    return 0
  },
}
