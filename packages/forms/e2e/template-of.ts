import type {
  Block,
  CodeList,
  Expression,
  Field,
  Group,
  Kind,
  Matrix,
  Path,
  Section,
  Table,
  Template,
  Term,
} from '@policyforms/core'

/** Small templates for tests, written as what differs from the usual. Paths are filled in by `templateOf`. */
type Facets<T> = Partial<Omit<T, 'block' | 'path' | 'key' | 'title'>>

const node = { path: [], clauses: [] }

export const field = (kind: Kind, key: string, title: string, facets: Facets<Field> = {}): Field => ({
  ...node,
  block: 'field',
  kind,
  key,
  title,
  required: false,
  sensitive: false,
  wide: kind === 'narrative' || kind === 'statement',
  ...facets,
})

export const group = (key: string, title: string, children: Group['children'], facets: Facets<Group> = {}): Group => ({
  ...node,
  block: 'group',
  key,
  title,
  children,
  ...facets,
})

export const table = (key: string, title: string, columns: readonly Field[], facets: Facets<Table> = {}): Table => ({
  ...node,
  block: 'table',
  key,
  title,
  columns,
  required: false,
  minRows: 0,
  maxRows: 1000,
  printedRows: 3,
  totals: [],
  ...facets,
})

export const matrix = (key: string, title: string, cell: Field, facets: Facets<Matrix>): Matrix => ({
  ...node,
  block: 'matrix',
  key,
  title,
  cell,
  required: false,
  corner: '',
  rows: [],
  columns: [],
  totals: { rows: true, columns: true },
  ...facets,
})

export const section = (
  key: string,
  title: string,
  children: readonly Block[],
  facets: Facets<Section> = {},
): Section => ({
  ...node,
  block: 'section',
  key,
  title,
  number: '',
  level: 1,
  columns: 2,
  signatures: [],
  children,
  ...facets,
})

const placed = <T extends Block>(block: T, above: Path): T => {
  const path = [...above, block.key]
  const here = { ...block, path }
  if (here.block === 'section' || here.block === 'group') {
    const children = here.children.map((child: Block) => placed(child, path))
    return { ...here, children }
  }
  if (here.block === 'table') return { ...here, columns: here.columns.map((column) => placed(column, [...path, '*'])) }
  return here
}

/** `a.b.c` read from a place, as the compiler writes it. */
export const get = (names: string): Term =>
  names
    .split('.')
    .reduce<Term | undefined>((of, key) => (of ? { op: 'get', of, key } : { op: 'name', name: key }), undefined) ?? {
    op: 'list',
    items: [],
  }

export const expression = (term: Term): Expression => ({ source: '', term, type: { is: 'truth' }, reads: [] })

export const templateOf = (
  sections: readonly Section[],
  facets: Partial<Pick<Template, 'lists' | 'rules' | 'derivations' | 'clauses'>> & {
    roles?: Record<string, string>
  } = {},
): Template => {
  const { roles = {}, ...others } = facets
  return {
    id: 'test/test',
    pack: { id: 'test', name: '测试', code: '000000', roles },
    title: '测试',
    version: '1.0.0',
    hash: 'test',
    cites: [],
    sections: sections.map((one) => placed(one, [])),
    rules: [],
    derivations: [],
    prefills: [],
    lists: {},
    clauses: {},
    document: { profile: 'report', notes: [], contents: false },
    ...others,
  }
}

export const listOfTitles = (id: string, titles: readonly string[], other?: string): CodeList => ({
  id,
  title: id,
  depth: 1,
  entries: [...titles, ...(other ? [other] : [])].map((title, i) => ({
    code: `c${i + 1}`,
    title,
    ...(title === other && { other: true }),
  })),
})
