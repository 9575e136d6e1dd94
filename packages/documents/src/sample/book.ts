import type { Answers, CodeList, Template } from '@policyforms/core'
import { field, group, matrix, section, table, template } from './blocks.ts'

const list = (id: string, entries: CodeList['entries'], depth = 1): CodeList => ({ id, title: id, depth, entries })

const lists = {
  types: list('types', [
    { code: 'company', title: '企业' },
    { code: 'university', title: '高校' },
    { code: 'institute', title: '科研院所' },
    { code: 'other', title: '其他（请注明）', other: true },
  ]),
  modes: list('modes', [
    { code: 'lead', title: '由龙头企业牵头建设' },
    { code: 'platform', title: '多家行业骨干企业联合高校院所组建平台型公司' },
    { code: 'research', title: '由具有技术优势的高校、科研院所牵头，有关企业作为重要的主体参与建设' },
  ]),
  areas: list(
    'areas',
    [
      {
        code: 'frontier',
        title: '面向世界科技前沿',
        children: ['大数据', '量子通信', '人工智能', '现代农业', '合成生物学', '微生物组', '精准医学'].map(
          (title, i) => ({ code: `f${i}`, title }),
        ),
      },
      {
        code: 'economy',
        title: '面向经济主战场',
        children: ['高速列车', '移动通信', '智能电网', '集成电路', '智能制造', '新材料'].map((title, i) => ({
          code: `e${i}`,
          title,
        })),
      },
      { code: 'other', title: '其他（请注明）', other: true },
    ],
    2,
  ),
  funding: list(
    'funding',
    ['会员制', '股份制', '协议制', '创投基金'].map((title, i) => ({ code: `m${i}`, title })),
  ),
} as const

const prose = (topic: string, paragraphs: number) =>
  Array.from(
    { length: paragraphs },
    (_, i) =>
      `${['围绕', '面向', '聚焦', '依托'][i % 4]}${topic}，牵头单位已建成中试基地 ${i + 2} 个，近三年累计投入研发经费 1.${i}8 亿元，形成“平台+基金+园区”的创新组织方式。中心联合高校和科研院所，按照统一规划、分步实施的办法推进建设任务，完善人才引进、成果转化和开放共享机制，发挥对产业的辐射带动作用。`,
  ).join('\n')

/** One of everything that a book may hold, as an office would ask for it. */
export const sampleBook: Template = template(
  [
    section('basics', '', '基本信息', [
      field('name', 'text', '中心名称', { wide: true }),
      field('area', 'open-cascade', '建设领域', { list: 'areas' }),
      field('mode', 'choice', '组建模式', { list: 'modes' }),
      field('period', 'period', '建设周期', { precision: 'month' }),
      field('legal', 'yes-no', '是否独立法人'),
      field('capital', 'money', '注册资本', { unit: '万元', places: 2 }),
      field('founded', 'date', '登记日期'),
      field('funding', 'choices', '资金吸纳方式', { list: 'funding' }),
      group('lead', '牵头单位', [
        field('name', 'text', '单位名称', { wide: true }),
        field('code', 'identifier', '统一社会信用代码', { schemes: ['credit-code'] }),
        field('type', 'open-choice', '单位类型', { list: 'types' }),
        group('contact', '联系人', [field('name', 'text', '姓名'), field('phone', 'identifier', '手机')]),
      ]),
      field('summary', 'narrative', '中心简介', { maxChars: 300, wide: true }),
      field('logo', 'picture', '标识', { wide: true }),
      field('files', 'attachment', '证明材料', { wide: true }),
    ]),
    section('meaning', '一、', '建设意义', [field('text', 'narrative', '建设意义', { wide: true, maxChars: 3000 })]),
    section('base', '二、', '建设基础', [
      section('industry', '（一）', '产业基础', [field('text', 'narrative', '产业基础', { wide: true })]),
      section('platform', '（二）', '平台基础', [
        field('text', 'narrative', '总体情况', { wide: true }),
        field('next', 'narrative', '拟新建平台', { wide: true }),
        table(
          'platforms',
          '现有平台',
          [
            field('name', 'text', '平台名称'),
            field('level', 'choice', '类型', { list: 'types' }),
            field('approved', 'month', '批准时间'),
            field('staff', 'number', '人员', { unit: '人' }),
            field('invested', 'money', '累计投入', { unit: '万元', places: 2 }),
          ],
          { totals: ['staff', 'invested'] },
        ),
      ]),
    ]),
    section('money', '三、', '经费投入', [
      matrix(
        'sources',
        '资金来源',
        { company: '企业投入', central: '中央财政', region: '自治区财政', other: '其他' },
        { y1: '2024年', y2: '2025年', y3: '2026年' },
      ),
      table('equipment', '主要仪器设备', [
        field('name', 'text', '名称'),
        field('price', 'money', '原值', { unit: '万元', places: 2 }),
        field('share', 'percent', '共享比例', { unit: '%', places: 2 }),
      ]),
    ]),
    section(
      'promise',
      '',
      '承诺书',
      [
        field('truth', 'statement', '真实性承诺', {
          wide: true,
          text: [
            '本单位对所填内容和所附材料负责，保证真实、准确、完整，没有虚假材料和不真实数据，不含涉密信息。',
            '如有不实，愿意承担由此产生的全部责任。',
          ],
        }),
      ],
      {
        signatures: [
          { label: '法定代表人', by: ['signature'], date: false },
          { label: '牵头单位', by: ['seal'], date: true },
        ],
      },
    ),
    section(
      'opinion',
      '',
      '推荐部门意见',
      [
        field('result', 'choice', '审核结论', { list: 'funding', role: 'recommender' }),
        field('text', 'narrative', '审核意见', { wide: true, role: 'recommender' }),
      ],
      {
        role: 'recommender',
        signatures: [
          { label: '负责人', by: ['signature'], date: false },
          { label: '推荐部门', by: ['seal'], date: true },
        ],
      },
    ),
  ],
  {
    lists,
    title: '技术创新中心建设与运行实施方案',
    document: {
      profile: 'book',
      contents: true,
      notes: [
        '填写内容应当真实、准确，文字简练。',
        '没有的内容填“无”或 0，不得空白；金额以万元计，四舍五入，保留两位小数。',
        '一式五份，A4 纸双面印制，左侧装订。',
      ],
      cover: {
        attachment: '附件1',
        marks: ['编号：', '密级：'],
        title: ['{basics.name}', '建设与运行实施方案'],
        fields: [
          { label: '中心名称', path: ['basics', 'name'] },
          { label: '牵头单位', path: ['basics', 'lead', 'name'] },
          { label: '联系人', path: ['basics', 'lead', 'contact', 'name'] },
          { label: '登记日期', path: ['basics', 'founded'] },
        ],
        date: ['basics', 'founded'],
        issuer: '示例省科学技术厅',
      },
    },
  },
)

export const sampleAnswers: Answers = {
  basics: {
    name: '示例省稀土新材料技术创新中心',
    area: { choice: 'e5' },
    mode: 'lead',
    period: { from: '2024-01', to: '2026-12' },
    legal: true,
    capital: 12000.5,
    founded: '2020-09-09',
    funding: ['m0', 'm2'],
    lead: {
      name: '示例稀土（集团）高科技股份有限公司',
      code: '91330100799655058B',
      type: { choice: 'other', other: '新型研发机构' },
      contact: { name: '王建国', phone: '13800138000' },
    },
    summary: '中心面向稀土新材料产业，开展关键共性技术研发和成果转化。',
    files: [
      { id: 'a', name: '营业执照.pdf', size: 1 },
      { id: 'b', name: '章程.pdf', size: 1 },
    ],
    logo: [{ id: 'logo', name: '标识.png', size: 1 }],
  },
  meaning: { text: prose('稀土新材料产业', 8) },
  base: {
    industry: { text: prose('产业链', 4) },
    platform: {
      text: prose('创新平台', 2),
      next: prose('中试平台', 1),
      platforms: Array.from({ length: 30 }, (_, i) => ({
        name: `稀土功能材料工程研究中心第${i + 1}实验室`,
        level: 'institute',
        approved: '2019-06',
        staff: 20 + i,
        invested: 1000.15 + i,
      })),
    },
  },
  money: {
    sources: {
      company: { y1: 3000, y2: 3200.1, y3: 3400.2 },
      central: { y1: 0, y2: 0, y3: 0 },
      region: { y1: 500, y2: 500, y3: 500 },
      other: { y1: 0.1, y2: 0.2, y3: 0 },
    },
    equipment: [{ name: '透射电子显微镜', price: 860, share: 35.5 }],
  },
  promise: { truth: true },
}
