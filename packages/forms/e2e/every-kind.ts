import { expression, field, get, group, listOfTitles, section, table, templateOf } from './template-of.ts'

const regions = {
  id: 'regions',
  title: '地区',
  depth: 2,
  entries: [
    {
      code: '15',
      title: '内蒙古自治区',
      children: [
        { code: '1501', title: '呼和浩特市' },
        { code: '1502', title: '包头市' },
      ],
    },
    {
      code: '12',
      title: '天津市',
      children: [
        { code: '1201', title: '滨海新区' },
        { code: '1299', title: '其他地区', other: true },
      ],
    },
  ],
}

/** A template with a field of every kind. */
export const everyKind = templateOf(
  [
    section('s', '各种字段', [
      field('text', 'text', '文字'),
      field('narrative', 'narrative', '长文', { maxChars: 5 }),
      field('number', 'number', '人数', { unit: '人', minimum: 0 }),
      field('money', 'money', '金额', { unit: '万元', places: 2 }),
      field('percent', 'percent', '占比', { places: 2 }),
      field('date', 'date', '日期'),
      field('month', 'month', '年月'),
      field('year', 'year', '年度'),
      field('period', 'period', '建设周期', { precision: 'month' }),
      field('yes-no', 'yesNo', '是否独立法人'),
      field('choice', 'choice', '单选', { list: 'few' }),
      field('choice', 'select', '下拉', { list: 'some' }),
      field('choice', 'search', '查找', { list: 'many' }),
      field('choices', 'choices', '多选', { list: 'few' }),
      field('open-choice', 'open', '可填其他', { list: 'few' }),
      field('open-choices', 'opens', '多选可填其他', { list: 'few' }),
      field('cascade', 'cascade', '地区', { list: 'regions' }),
      field('open-cascade', 'openCascade', '地区或其他', { list: 'regions' }),
      field('reference', 'reference', '引用一行', { refers: { table: ['t', 'rows'], show: ['name'] }, list: 'rows' }),
      field('references', 'references', '引用几行', { refers: { table: ['t', 'rows'], show: ['name'] }, list: 'rows' }),
      field('identifier', 'identifier', '信用代码', { schemes: ['credit-code'] }),
      field('attachment', 'attachment', '附件', { accept: ['.pdf'], maxBytes: 1024, maxItems: 2 }),
      field('picture', 'picture', '照片', { accept: ['.png'] }),
      field('statement', 'statement', '承诺', { text: ['内容属实。'], required: true }),
      field('text', 'plan', '过渡方案', {
        when: expression({ op: 'literal', type: 'truth', value: false }),
        required: true,
      }),
    ]),
    section('t', '别处', [
      group('g', '联系人', [field('text', 'name', '姓名', { required: true })]),
      table(
        'rows',
        '名单',
        [field('text', 'name', '姓名', { required: true }), field('number', 'age', '年龄', { maximum: 150 })],
        { rowNumber: { prefix: 'P', digits: 2, title: '编号' } },
      ),
      field('text', 'opinion', '推荐意见', { role: 'office', required: true }),
    ]),
  ],
  {
    roles: { office: '推荐部门' },
    lists: {
      few: listOfTitles('few', ['甲', '乙'], '其他（请注明）'),
      some: listOfTitles('some', ['一', '二', '三', '四', '五', '六', '七']),
      many: listOfTitles(
        'many',
        Array.from({ length: 30 }, (_, i) => `选项 ${i + 1}`),
      ),
      regions,
    },
    derivations: [
      {
        path: ['s', 'plan'],
        is: 'when',
        expression: expression({ op: 'unary', operator: '!', of: get('s.yesNo') }),
      },
    ],
  },
)
