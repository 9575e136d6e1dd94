import { facetNames, partNames, type Template } from '@policyforms/core'
import type { Difference, Pack } from '@policyforms/core/pack'
import { type Command, outputOf, textOf } from '../command.ts'
import { openPack } from '../open-pack.ts'
import { todayOf, todayOption } from '../today.ts'
import { writeOutput } from '../write-output.ts'

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

/** As an office calls them; two versions of one are told apart by how they were asked for. */
const namesOf = ([before, left]: readonly [Pack, string], [after, right]: readonly [Pack, string]) =>
  before.name === after.name
    ? { left: `${before.name}（${left}）`, right: `${after.name}（${right}）` }
    : { left: before.name, right: after.name }

const titlesOf = (templates: readonly Template[]) =>
  Object.fromEntries(templates.map(({ id, title }) => [id.slice(id.indexOf('/') + 1), title]))

export const diff: Command = {
  name: 'diff',
  usage: 'PACK PACK',
  about: '比较两个地区的模板；同一地区的两个版本写 PACK@文件夹',
  words: [2, 2],
  options: {
    json: { type: 'boolean', about: '输出 JSON，给程序用' },
    out: { type: 'string', value: 'FILE.docx', about: '写成 Word 对照表' },
    today: todayOption,
  },
  run: async (call) => {
    const [left = '', right = ''] = call.words
    const { comparePacks } = await import('@policyforms/core/pack')
    const out = textOf(call, 'out') === undefined ? undefined : outputOf(call, 'out', '.docx')
    const [before, after] = [await openPack(call, left), await openPack(call, right)]
    const differences = comparePacks(before, after)
    if (out !== undefined) {
      const { writeDifferences } = await import('@policyforms/documents')
      const [names, templates] = [
        namesOf([before, left], [after, right]),
        titlesOf([...before.templates, ...after.templates]),
      ]
      await writeOutput(out, await writeDifferences({ ...names, templates, differences }, { today: todayOf(call) }))
      console.log(`已写入 ${out}：${differences.length} 处不同。`)
      return 0
    }
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
