import { nameOfHead } from '../answers/heads-of.ts'
import { trailsOf } from '../template/code-list.ts'
import type { Block, Head, Path, Rule, SumHead, Template } from '../template/template.ts'
import { walkBlocks } from '../template/walk.ts'
import { originsOf } from '../versions/former-paths.ts'
import { facetsOf } from './block-facets.ts'
import type { Pack } from './check-folder.ts'
import { blocksSaying, inWords, plainMessage, ruleName, rulesSaying } from './expression-words.ts'

/** One thing in which two packs differ. What only one of them has lacks the other side. */
export interface Difference {
  readonly is: 'template' | 'option' | 'rule' | Block['block']
  /** The template's name in its pack. */
  readonly template: string
  readonly path: Path
  /** As a person would name it: 年度报告 › 经费 › 到位经费. */
  readonly label: string
  /** Which facet differs, such as `unit`; absent when the whole thing is in one pack only. */
  readonly facet?: string
  readonly before?: string
  readonly after?: string
  /** The clauses that it answers to, as a person would cite them: 《某办法》二（一）. */
  readonly basis?: readonly string[]
}

type Compared = Pick<Pack, 'templates'>

const nameOf = (template: Template) => template.id.slice(template.id.indexOf('/') + 1)

/** Templates, sections, fields, limits, options and rules that differ, in the order of the documents. */
export const comparePacks = (before: Compared, after: Compared): readonly Difference[] =>
  pairsOf(before.templates, after.templates, nameOf).flatMap(({ key, left, right }) => {
    const whole = (left ?? right)?.title ?? key
    const one = right ?? left
    const about = {
      is: 'template',
      template: key,
      path: [],
      label: whole,
      ...(one && basisOf(one, one.cites)),
    } as const
    return left && right
      ? [...changes(about, templateFacets(left), templateFacets(right)), ...insideTemplates(key, left, right)]
      : [{ ...about, ...oneSided(left?.title, right?.title) }]
  })

const basisOf = ({ clauses }: Template, refs: readonly string[]) => {
  const basis = refs.flatMap((ref) => {
    const clause = clauses[ref]
    return clause ? [`《${clause.policy}》${clause.heading}`] : []
  })
  return basis.length > 0 ? { basis } : {}
}

const templateFacets = ({ title, document }: Template): Readonly<Record<string, string>> => ({
  title,
  profile: document.profile,
  notes: document.notes.join('\n'),
  cover: (document.cover?.title ?? []).join(' '),
  form: document.form?.file ?? '',
})

/** What is in a Word file is not told; that it is not what it was is. */
const formDifference = (key: string, left: Template, right: Template): readonly Difference[] => {
  const [before, after] = [left.document.form, right.document.form]
  if (!before || !after || before.file !== after.file || before.content === after.content) return []
  const about = { is: 'template', template: key, path: [], label: left.title, facet: 'form' } as const
  return [{ ...about, before: before.file, after: `${after.file}（内容有改动）` }]
}

const insideTemplates = (template: string, left: Template, right: Template): readonly Difference[] => [
  ...formDifference(template, left, right),
  ...blockDifferences(template, left, right),
  ...ruleDifferences(template, left, right),
]

/** By what key a renamed or moved block stands beside its former self. Of several that were one, the first is it. */
const formerKeysOf = (left: Template, right: Template): ReadonlyMap<Block, string> => {
  const origins = originsOf(left, right)
  const claimed = new Set<string>()
  return new Map(
    walkBlocks(right).map((block) => {
      const own = block.path.join('/')
      const former = origins.get(block.path.filter((key) => key !== '*').join('.'))?.block.path.join('/') ?? own
      // What took the key of another that went elsewhere is new.
      const key = claimed.has(former) ? `${own}/` : former
      claimed.add(key)
      return [block, key]
    }),
  )
}

const blockDifferences = (template: string, left: Template, right: Template): readonly Difference[] => {
  const formerKeys = formerKeysOf(left, right)
  const keyOf = (block: Block) => formerKeys.get(block) ?? block.path.join('/')
  const pairs = pairsOf(walkBlocks(left), walkBlocks(right), keyOf)
  const labels = new Map([...labelsOf(right), ...labelsOf(left)])
  const alone = new Set(pairs.flatMap(({ key, left: one, right: other }) => (one && other ? [] : [key])))
  return pairs.flatMap(({ key, left: one, right: other }): readonly Difference[] => {
    const block = one ?? other
    if (!block) return []
    const about = {
      is: block.block,
      template,
      path: block.path,
      label: labels.get(key) ?? labels.get(block.path.join('/')) ?? block.title,
      ...(other ? basisOf(right, other.clauses) : basisOf(left, block.clauses)),
    }
    if (one && other) {
      const facets = changes(about, facetsOf(one), facetsOf(other)).map((difference) =>
        inWords(difference, blocksSaying(left, one), blocksSaying(right, other)),
      )
      return [...facets, ...optionDifferences(about, optionsOf(left, one), optionsOf(right, other))]
    }
    // What stands in something that only one side has goes without saying.
    return [...alone].some((outer) => key.startsWith(`${outer}/`))
      ? []
      : [{ ...about, ...oneSided(one?.title, other?.title) }]
  })
}

/** Names by path: each with the titles around it. */
const labelsOf = (template: Template): ReadonlyMap<string, string> => {
  const titles = new Map(walkBlocks(template).map((block) => [block.path.join('/'), block]))
  const trail = (path: Path) => path.flatMap((_, i) => titles.get(path.slice(0, i + 1).join('/'))?.title ?? [])
  return new Map([...titles].map(([key, block]) => [key, [template.title, ...trail(block.path)].join(' › ')]))
}

/** With its group, what gives both from the answers, and what it adds up. */
const wholeTitle = (head: Head | SumHead): string => {
  const from = [head.groupFrom?.source, head.titleFrom?.source, 'of' in head ? `= ${head.of.join(' + ')}` : undefined]
  const said = from.filter((one) => one !== undefined)
  return said.length > 0 ? `${nameOfHead(head)}（${said.join('，')}）` : nameOfHead(head)
}

/** What may be chosen, and the rows and columns of a matrix. */
const optionsOf = (template: Template, block: Block): readonly Head[] => {
  if (block.block === 'matrix')
    return [...block.rows, ...(block.sums?.rows ?? []), ...block.columns, ...(block.sums?.columns ?? [])].map(
      (head) => ({
        key: head.key,
        title: wholeTitle(head),
      }),
    )
  const list = block.block === 'field' && block.list !== undefined ? template.lists[block.list] : undefined
  const trails = list ? [...trailsOf(list)] : []
  return trails.map(([key, trail]) => ({ key, title: trail.map((entry) => entry.title).join(' / ') }))
}

const mostOptions = 60

const optionDifferences = (
  about: Pick<Difference, 'template' | 'path' | 'label' | 'basis'>,
  left: readonly Head[],
  right: readonly Head[],
): readonly Difference[] => {
  const found = pairsOf(left, right, (head) => head.key).filter((pair) => pair.left?.title !== pair.right?.title)
  const asOption = { ...about, is: 'option' as const }
  if (found.length > mostOptions)
    return [{ ...asOption, facet: 'options', before: `${left.length}`, after: `${right.length}` }]
  return found.map(({ key, left: one, right: other }) => ({
    ...asOption,
    path: [...about.path, key],
    ...(one && other ? { facet: 'title' } : {}),
    ...oneSided(one?.title, other?.title),
  }))
}

const ruleDifferences = (template: string, left: Template, right: Template): readonly Difference[] =>
  pairsOf(left.rules, right.rules, (rule) => rule.id).flatMap(({ key, left: one, right: other }) => {
    const path = [...((one ?? other)?.path ?? []), key]
    const named = one ?? other
    const label = `${(one ? left : right).title} › ${named ? ruleName(named) : key}`
    const basis = other ? basisOf(right, other.clauses) : basisOf(left, one?.clauses ?? [])
    const about = { is: 'rule', template, path, label, ...basis } as const
    return one && other
      ? changes(about, ruleFacets(one), ruleFacets(other)).map((difference) =>
          inWords(difference, rulesSaying(left, one), rulesSaying(right, other)),
        )
      : [{ ...about, ...oneSided(one && plainMessage(one), other && plainMessage(other)) }]
  })

const ruleFacets = (rule: Rule): Readonly<Record<string, string>> => ({
  assert: rule.assert.source,
  message: rule.message,
  severity: rule.severity,
})

const oneSided = (before: string | undefined, after: string | undefined) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

const changes = (
  about: Pick<Difference, 'is' | 'template' | 'path' | 'label' | 'basis'>,
  left: Readonly<Record<string, string>>,
  right: Readonly<Record<string, string>>,
): readonly Difference[] =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((facet) => left[facet] !== right[facet])
    .map((facet) => ({ ...about, facet, ...oneSided(left[facet], right[facet]) }))

interface Pair<T> {
  readonly key: string
  readonly left?: T
  readonly right?: T
}

/** Both lists by key, in the first one's order; what only the second has comes after. */
const pairsOf = <T>(left: readonly T[], right: readonly T[], keyOf: (item: T) => string): readonly Pair<T>[] => {
  const [ours, theirs] = [left, right].map((items) => new Map(items.map((item) => [keyOf(item), item])))
  const keys = new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])
  return [...keys].map((key) => {
    const [one, other] = [ours?.get(key), theirs?.get(key)]
    return { key, ...(one !== undefined && { left: one }), ...(other !== undefined && { right: other }) }
  })
}
