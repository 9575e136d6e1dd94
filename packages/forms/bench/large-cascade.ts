import { type Answers, type CodeEntry, type CodeList, trailsOf } from '@policyforms/core'
import { field, section, templateOf } from '../e2e/template-of.ts'

const signs = '东西南北中上下前后左右大小新旧青白赤黑金'

/** Ragged: some branches end early. 34 × 12 × 8 × 9, some 24,000 entries in all. */
const branch = (widths: readonly number[], code: string, above: number): readonly CodeEntry[] => {
  const [width = 0, ...below] = widths
  return Array.from({ length: width }, (_, i): CodeEntry => {
    const nth = above * 31 + i
    const title = `${signs[nth % 20]}${signs[(nth >> 2) % 20]}${'省市县镇'[4 - widths.length]}${nth % 997}`
    const isLeaf = below.length === 0 || i % 7 === 6
    const own = `${code}${String(i).padStart(2, '0')}`
    return { code: own, title, ...(!isLeaf && { children: branch(below, own, nth + 1) }) }
  })
}

const list: CodeList = { id: 'places', title: '地方', depth: 4, entries: branch([34, 12, 8, 9], 'a', 0) }

/** One section with one cascade. */
export const cascadeTemplate = templateOf(
  [section('s', '部分', [field('cascade', 'place', '地方', { list: 'places' })])],
  {
    lists: { places: list },
  },
)
export const cascadeAnswers: Answers = { s: {} }

/** What anybody would write by hand: titles with what stands above them, and those that hold the text. */
export const titles: readonly string[] = [...trailsOf(list).values()].map((trail) =>
  trail.map(({ title }) => title).join('/'),
)
