import { type Json, property } from '../answers/json.ts'
import type { Former, Node, Path } from '../template/template.ts'
import type { Building } from './building.ts'
import { clauseRefs, numberOf, present, textOf } from './keyword-values.ts'
import type { Resolved } from './resolve.ts'

/** What every block has; its conditions and rules are noted for later. A role, a clause and what blanks say hold for all below. */
export const buildNode = (on: Building, node: Resolved, path: Path, above: Node | undefined): Node => {
  const { keywords } = node
  const own = textOf(keywords['x-role'])
  const cited = clauseRefs(keywords['x-clause'])
  const roles = on.context.pack.roles
  if (own !== undefined && !Object.hasOwn(roles, own))
    on.report('unknown-role', node, 'x-role', { role: own }, Object.keys(roles))
  for (const keyword of ['x-when', 'x-rules'] as const)
    if (keywords[keyword] !== undefined) on.written.push({ path, keyword, node })
  const blank = keywords['x-blank'] ?? (above?.noBlanks ? 'write-none' : undefined)
  return {
    key: path.at(-1) ?? '',
    path,
    title: textOf(keywords.title) ?? '',
    clauses: cited.length > 0 ? cited : (above?.clauses ?? []),
    ...present({
      help: textOf(keywords.description),
      role: own ?? above?.role,
      was: keywords['x-was'] === undefined ? undefined : formersOf(keywords['x-was']),
      noBlanks: blank === 'write-none' ? true : undefined,
    }),
  }
}

const formersOf = (written: Json): readonly Former[] =>
  (Array.isArray(written) ? written : [written]).flatMap((one): readonly Former[] => {
    const at = textOf(one) ?? textOf(property(one, 'at'))
    if (at === undefined) return []
    const [unit, split] = [textOf(property(one, 'unit')), textOf(property(one, 'split'))]
    return [
      {
        at,
        ...present({ unit, split, times: numberOf(property(one, 'times')), part: numberOf(property(one, 'part')) }),
      },
    ]
  })
