import { readFileSync } from 'node:fs'
import { fieldKinds, type Json, type Kind, keysOf, valueAt } from '../../packages/core/src/index.ts'
import { kindCases } from '../conformance/kinds.ts'
import { keywordTable, metas } from './meta.ts'
import { minimal, nodeAt } from './minimal.ts'

const complete: Json = JSON.parse(
  readFileSync(
    new URL('../../fixtures/schemas/everything/examples/application/complete.json', import.meta.url),
    'utf8',
  ),
)

const metaOf = (kind: string) => {
  const meta = metas.template.$defs?.[kind]
  if (!meta) throw new Error(`the dialect has no ${kind}`)
  return meta
}

const kinds = Object.keys(fieldKinds) as readonly Kind[] // the registry's own keys

/** What every kind of field may say. */
const common = Object.keys(metaOf(kinds[0] ?? '').properties ?? {}).filter((key) =>
  kinds.every((kind) => metaOf(kind).properties?.[key] !== undefined),
)

export const fenced = (lang: string, value: Json): readonly string[] => [
  `\`\`\`${lang}`,
  JSON.stringify(value, null, 2),
  '```',
]

const kindSection = (kind: Kind): readonly string[] => {
  const meta = metaOf(kind)
  const { at, form, word, cell } = kindCases[kind]
  const stored = valueAt(complete, keysOf(at))
  const own = keywordTable('template', meta, (key) => !common.includes(key))
  return [
    `## ${fieldKinds[kind].name} ${kind}`,
    '',
    meta.description ?? '',
    '',
    '最小的写法：',
    '',
    ...fenced('json kind', minimal(nodeAt(at), meta)),
    '',
    ...(stored === undefined ? [] : ['答案存成：', '', ...fenced('json answer', stored), '']),
    `![表单里的样子](pictures/${kind}.png)`,
    '',
    `表单显示“${form}”，Word 印“${word}”，Excel 写“${cell}”。`,
    '',
    ...(own.length > 0 ? ['除了各种字段都有的，还可以写：', '', ...own, ''] : ['只有各种字段都有的关键字。', '']),
  ]
}

export const kindsPage = (): string =>
  [
    '# 字段种类',
    '',
    '一个字段填一个值。写在分节或分组的 `properties` 里，表格的列写在 `items.properties` 里，矩阵的格子写在 `x-cell` 里。每个字段都要写 `x-kind` 和 `title`。',
    '',
    '本页由 `schemas/dialect` 生成。例子都取自检验用的“全式样申报书”，图片是真实表单的截图，表单、Word、Excel 里的样子由测试逐一核对。',
    '',
    '## 各种字段都有的关键字',
    '',
    ...keywordTable('template', metaOf(kinds[0] ?? ''), (key) => common.includes(key)),
    '',
    ...kinds.flatMap(kindSection),
  ].join('\n')
