import type { Issue, PackCode } from '../issues/issue.ts'
import type { CodeList } from '../template/code-list.ts'
import type { headingCounter } from '../template/heading-counter.ts'
import type { Field, Path } from '../template/template.ts'
import type { PackContext } from './pack-context.ts'
import type { Resolved } from './resolve.ts'

/** A keyword that holds expressions, found while the tree is built and typed once the tree is whole. */
export interface Written {
  readonly path: Path
  readonly keyword: 'x-when' | 'x-compute' | 'x-prefill' | 'x-at-most' | 'x-rules' | 'x-rows' | 'x-columns'
  readonly node: Resolved
  /** The field that it computes or prefills. */
  readonly field?: Field
}

/** A tree under construction, and what is gathered on the way. */
export interface Building {
  readonly context: PackContext
  readonly lists: Record<string, CodeList>
  readonly written: Written[]
  /** Fields that name rows of a table, which may stand further on: linked once the tree is whole. */
  readonly references: { readonly path: Path; readonly node: Resolved }[]
  readonly issues: Issue[]
  readonly count: ReturnType<typeof headingCounter>
  /** Notes a fault at a keyword; with `names`, the one nearest to the wrong name is suggested. */
  readonly report: (
    code: PackCode,
    node: Resolved,
    keyword: string,
    params: Readonly<Record<string, string>>,
    names?: readonly string[],
  ) => void
}
