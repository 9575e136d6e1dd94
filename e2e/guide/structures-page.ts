import { fenced } from './kinds-page.ts'
import { innerTables, keywordTable, type MetaName, metas } from './meta.ts'
import { minimal, nodeAt } from './minimal.ts'

const structures = [
  { kind: 'section', name: '分节', at: '/tables/staff', pictured: false },
  { kind: 'group', name: '分组', at: '/tables/team', pictured: true },
  { kind: 'table', name: '表格', at: '/tables/people', pictured: true },
  { kind: 'matrix', name: '矩阵', at: '/tables/budget', pictured: true },
]

const definition = (kind: string) => metas.template.$defs?.[kind] ?? {}

/** What every structure may say. */
const common = Object.keys(definition('section').properties ?? {}).filter((key) =>
  structures.every(({ kind }) => definition(kind).properties?.[key] !== undefined),
)

const tables = (found: readonly (readonly [string, readonly string[]])[]): readonly string[] =>
  found.flatMap(([way, rows]) => (rows.length > 0 ? [`\`${way}\` 里面：`, '', ...rows, ''] : []))

const structure = ({ kind, name, at, pictured }: (typeof structures)[number]): readonly string[] => {
  const meta = definition(kind)
  return [
    `## ${name} ${kind}`,
    '',
    meta.description ?? '',
    '',
    ...(pictured
      ? [`![表单里的样子](pictures/${kind}.png)`, '', `![Word 里的样子](pictures/${kind}-word.png)`, '']
      : []),
    '最小的写法：',
    '',
    ...fenced('json kind', minimal(nodeAt(at), meta)),
    '',
    ...keywordTable('template', meta, (key) => !common.includes(key)),
    '',
    ...tables(innerTables('template', meta, '')),
  ]
}

const { document } = metas.template.$defs ?? {}
const { rule, option } = metas.keywords.$defs ?? {}

const pieces: readonly (readonly [string, string, readonly string[]])[] = [
  ['整份材料', metas.template.description ?? '', keywordTable('template', metas.template)],
  [
    '封面、填写说明和目录 x-document',
    document?.description ?? '',
    document ? [...keywordTable('template', document), '', ...tables(innerTables('template', document, ''))] : [],
  ],
  [
    '规则 x-rules',
    '写在整份材料、分节、分组、表格、表格的行或字段上。写法见[规则语言](06-规则语言.md)。',
    rule ? keywordTable('keywords', rule) : [],
  ],
  ['选项 oneOf', '选择类字段的每个选项。', option ? keywordTable('keywords', option) : []],
]

const files: readonly { name: MetaName; path: string }[] = [
  { name: 'jurisdiction', path: 'jurisdiction.json' },
  { name: 'policy', path: 'policies/编号.json' },
  { name: 'codes', path: 'codes/名称.json' },
  { name: 'part', path: 'common/名称.schema.json' },
  { name: 'procedure', path: 'procedure.json' },
  { name: 'indicators', path: 'indicators.json' },
]

const file = ({ name, path }: (typeof files)[number]): readonly string[] => {
  const meta = metas[name]
  const definitions = Object.entries(meta.$defs ?? {}).flatMap(
    ([key, inner]): (readonly [string, readonly string[]])[] => {
      const whole = inner.items ?? inner
      return whole.properties ? [[whole.description ?? key, keywordTable(name, whole)]] : []
    },
  )
  return [
    `## ${meta.title ?? name} ${path}`,
    '',
    meta.description ?? '',
    '',
    ...keywordTable(name, meta, (key) => key !== '$schema'),
    '',
    ...tables(innerTables(name, meta, '')),
    ...definitions.flatMap(([title, rows]) => [title, '', ...rows, '']),
  ]
}

const examples = [
  '## 示例 examples/材料/名称.json',
  '',
  '每份材料至少有两个示例：`complete.json` 填得完整，`minimal.json` 只填必填的。每条规则有一个反例，叫 `invalid-规则编号.json`。示例就是填写的内容；反例在另一个示例上改几处，写明应当报出什么：',
  '',
  ...fenced('json example', {
    from: 'complete.json',
    set: { '/basics/total': 2000 },
    issues: [{ code: 'rule', rule: 'own-funds-half', at: '/basics/total' }],
  }),
  '',
  '| 键 | 写什么 | 意思 |',
  '| --- | --- | --- |',
  '| `from` | 旁边的文件名 | 在哪个示例上改 |',
  '| `set` | 对象 | 改哪几处：键是从根往下的路径，值是新的内容，`null` 是去掉 |',
  '| `issues` | 对象的数组 | 应当报出的问题：代码（见[错误一览](07-错误一览.md)末尾）、哪一处，规则的还写规则编号。空数组表示应当没有问题 |',
  '',
  '检查示例时，“今天”固定是 2025 年 6 月 30 日，所以含 `today()` 的规则不会隔一阵就不灵。',
  '',
]

export const structuresPage = (): string =>
  [
    '# 结构和文件',
    '',
    '字段怎样排成分节、分组、表格和矩阵，一个地区还有哪些文件。本页由 `schemas/dialect` 生成。',
    '',
    '## 各种结构都有的关键字',
    '',
    ...keywordTable('template', definition('section'), (key) => common.includes(key)),
    '',
    ...structures.flatMap(structure),
    ...pieces.flatMap(([title, about, rows]) => [`## ${title}`, '', about, '', ...rows, '']),
    ...files.flatMap(file),
    ...examples,
  ].join('\n')
