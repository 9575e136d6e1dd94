import type { Answers, Field, Section, Template } from '@policyforms/core'

const node = (path: readonly string[], title: string) => ({ key: path.at(-1) ?? '', path, title, clauses: [] })

const field = (path: readonly string[], title: string, kind: Field['kind'], facets: Partial<Field> = {}): Field => ({
  ...node(path, title),
  block: 'field',
  kind,
  required: false,
  sensitive: false,
  wide: false,
  ...facets,
})

const section = (key: string, title: string, children: Section['children']): Section => ({
  ...node([key], title),
  block: 'section',
  number: '',
  level: 1,
  columns: 2,
  children,
  signatures: [],
})

/** A small template for tests of the store, which asks little of a template. */
export const sampleTemplate: Template = {
  id: 'sample/report',
  pack: { id: 'sample', name: '样例', code: '000000', roles: {} },
  title: '年度报告',
  version: '1.0.0',
  hash: 'a1b2c3',
  sections: [
    section('basics', '基本情况', [field(['basics', 'name'], '名称', 'text', { required: true })]),
    section('text', '建设进展', [field(['text', 'progress'], '进展', 'narrative')]),
    section('money', '经费', [field(['money', 'total'], '合计', 'money', { unit: '万元', places: 2 })]),
  ],
  rules: [],
  derivations: [],
  prefills: [],
  lists: {},
  cites: [],
  clauses: {},
  document: {
    profile: 'report',
    notes: [],
    contents: false,
    cover: { marks: [], title: ['年度报告'], fields: [{ label: '名称', path: ['basics', 'name'] }] },
  },
}

export const sampleAnswers: Answers = {
  basics: { name: '稀土新材料技术创新中心' },
  text: { progress: '第一年完成主体建设。' },
}
