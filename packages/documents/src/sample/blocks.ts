import type { Field, Group, Matrix, Path, Section, Table, Template } from '@policyforms/core'

type Made<Node> = (above: Path) => Node

const node = (key: string, title: string, above: Path) => ({ key, title, path: [...above, key], clauses: [] })

export const field =
  (key: string, kind: Field['kind'], title: string, more: Partial<Field> = {}): Made<Field> =>
  (above) => ({
    ...node(key, title, above),
    block: 'field',
    kind,
    required: false,
    sensitive: false,
    wide: false,
    ...more,
  })

export const group =
  (key: string, title: string, children: readonly Made<Group | Field>[]): Made<Group> =>
  (above) => ({ ...node(key, title, above), block: 'group', children: children.map((make) => make([...above, key])) })

export const table =
  (key: string, title: string, columns: readonly Made<Field>[], more: Partial<Table> = {}): Made<Table> =>
  (above) => ({
    ...node(key, title, above),
    block: 'table',
    required: false,
    columns: columns.map((make) => make([...above, key, '*'])),
    minRows: 0,
    maxRows: 100,
    printedRows: 3,
    totals: [],
    ...more,
  })

const heads = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([key, title]) => ({ key, title }))

export const matrix =
  (
    key: string,
    title: string,
    rows: Readonly<Record<string, string>>,
    columns: Readonly<Record<string, string>>,
    cell: Partial<Field> = {},
    more: Partial<Matrix> = {},
  ): Made<Matrix> =>
  (above) => ({
    ...node(key, title, above),
    block: 'matrix',
    required: false,
    corner: '来源',
    rows: heads(rows),
    columns: heads(columns),
    cell: { ...field(key, 'money', '金额', { unit: '万元', places: 2 })(above), ...cell },
    totals: { rows: true, columns: true },
    ...more,
  })

export const section =
  (
    key: string,
    number: string,
    title: string,
    children: readonly Made<Section['children'][number]>[],
    more: Partial<Section> = {},
  ): Made<Section> =>
  (above) => ({
    ...node(key, title, above),
    block: 'section',
    number,
    level: above.length + 1,
    columns: 4,
    children: children.map((make) => make([...above, key])),
    signatures: [],
    ...more,
  })

/** A template around sections, with a hash that tells it from the others of a test. */
export const template = (sections: readonly Made<Section>[], more: Partial<Template> = {}): Template => {
  const made = sections.map((make) => make([]))
  return {
    id: 'sample/book',
    pack: { id: 'sample', name: '示例', code: '100000', roles: {} },
    title: '示例申报书',
    version: '1.0.0',
    hash: JSON.stringify([made, more]),
    sections: made,
    rules: [],
    derivations: [],
    prefills: [],
    lists: {},
    cites: [],
    clauses: {},
    document: { profile: 'book', notes: [], contents: false },
    ...more,
  }
}
