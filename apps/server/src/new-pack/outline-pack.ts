import { validate } from '@policyforms/core'
import { exampleDay, type SourceFile } from '@policyforms/core/pack'
import { sampleAnswers } from '@policyforms/core/trying'
import type { Draft } from '@policyforms/documents'
import { makeNamer } from './keys.ts'
import { type LocalList, outlineTemplate } from './outline-schema.ts'
import { tryPack } from './try-pack.ts'

const names: readonly (readonly [RegExp, string])[] = [
  [/年度(?:总结)?报告|年报/, 'annual-report'],
  [/申报书|申请书|申报表|申请表/, 'application'],
  [/实施方案|建设方案/, 'plan'],
  [/评估|评价|考核/, 'evaluation'],
  [/验收|总结/, 'final-report'],
  [/任务书|合同书/, 'task-book'],
  [/变更/, 'change'],
]

/** What the template's file is called. */
export const templateName = (title: string): string =>
  names.find(([pattern]) => pattern.test(title))?.[1] ?? 'application'

const json = (path: string, value: unknown): SourceFile => ({ path, text: `${JSON.stringify(value, null, 2)}\n` })

/** Two levels that show how a list is written, until the real one comes. */
const beginningOf = ({ id, title }: LocalList) => ({
  $schema: '../../dialect/codes.schema.json',
  id,
  title: title || id,
  entries: ['1', '2'].map((code) => ({
    code,
    title: `${title}第${code === '1' ? '一' : '二'}类`,
    children: [{ code: `${code}1`, title: `${title}第${code === '1' ? '一' : '二'}类第一项` }],
  })),
})

/** The template of a draft with examples that it accepts, below the pack's folder. */
export const outlineFiles = async (
  id: string,
  draft: Draft,
  jurisdiction: SourceFile,
  others: readonly SourceFile[],
): Promise<readonly SourceFile[]> => {
  const name = templateName(draft.title.join(''))
  const made = outlineTemplate(draft, await makeNamer())
  const schema = json(`${id}/${name}.schema.json`, made.schema)
  const lists = made.lists.map((list) => json(`${id}/codes/${list.id}.json`, beginningOf(list)))
  const template = tryPack(id, [jurisdiction, schema, ...lists], others).pack?.templates[0]
  if (!template) return [schema, ...lists]
  const samples = Object.entries(sampleAnswers(template))
  const fitting = samples.filter(([, answers]) => validate(template, answers, { today: exampleDay }).length === 0)
  return [
    schema,
    ...lists,
    ...fitting.map(([example, answers]) => json(`${id}/examples/${name}/${example}.json`, answers)),
  ]
}
