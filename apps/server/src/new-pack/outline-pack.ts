import { exampleDay, type SourceFile } from '@policyforms/core/pack'
import { filledAnswers } from '@policyforms/core/trying'
import type { Draft } from '@policyforms/documents'
import { makeNamer } from './keys.ts'
import { type LocalList, outlineTemplate } from './outline-schema.ts'
import { tryPack } from './try-pack.ts'

/** So long each of the examples is sought at most. */
const searchMs = 500

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
const templateName = (title: string): string => names.find(([pattern]) => pattern.test(title))?.[1] ?? 'application'

const json = (path: string, value: unknown): SourceFile => ({ path, text: `${JSON.stringify(value, null, 2)}\n` })

/** Two levels that show how a list is written, until the real one comes. */
const beginningOf = ({ id, title }: LocalList) => ({
  $schema: '../../dialect/codes.schema.json',
  id,
  title: title || id,
  entries: ['1', '2'].map((code) => ({
    code,
    title: `选项${code}`,
    children: [{ code: `${code}1`, title: `选项${code}1` }],
  })),
})

/** The name, or the first of name-2, name-3 … that no template of the pack has yet. */
const freeName = (name: string, id: string, own: readonly SourceFile[]): string => {
  const taken = new Set(own.map(({ path }) => path))
  for (let i = 1; ; i++) {
    const one = i === 1 ? name : `${name}-${i}`
    if (!taken.has(`${id}/${one}.schema.json`)) return one
  }
}

export interface OutlineOf {
  readonly draft: Draft
  /** The template's name; by its title if it is left out. */
  readonly name?: string
}

/** The template of a draft, then examples that it accepts. `own` is what the pack has already. */
export const outlineFiles = async (
  id: string,
  { draft, name: wanted }: OutlineOf,
  own: readonly SourceFile[],
  others: readonly SourceFile[],
): Promise<readonly SourceFile[]> => {
  const name = wanted ?? freeName(templateName(draft.title.join('')), id, own)
  const made = outlineTemplate(draft, await makeNamer())
  const schema = json(`${id}/${name}.schema.json`, made.schema)
  const isNew = ({ path }: SourceFile) => own.every((file) => file.path !== path)
  const lists = made.lists.map((list) => json(`${id}/codes/${list.id}.json`, beginningOf(list))).filter(isNew)
  const { pack } = tryPack(id, [...own, schema, ...lists], others)
  const template = pack?.templates.find((one) => one.id === `${id}/${name}`)
  if (!template) return [schema, ...lists]
  const samples = (['complete', 'minimal'] as const).map(
    (which) => [which, filledAnswers(template, which, { today: exampleDay, ms: searchMs })] as const,
  )
  const fitting = samples.filter(([, { left }]) => left.length === 0)
  return [
    schema,
    ...lists,
    ...fitting.map(([example, { answers }]) => json(`${id}/examples/${name}/${example}.json`, answers)),
  ]
}
