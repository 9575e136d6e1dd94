import {
  type Answers,
  type Block,
  type Field,
  fieldKindOf,
  isBlank,
  type Lists,
  type Pointer,
  pointerOf,
  printsNone,
  valueAt,
} from '@policyforms/core'
import { Fragment, type JSX } from 'react'
import { ShownValue } from '../fields/shown-value.tsx'
import type { Files } from '../props.ts'
import { ReadMatrix } from './read-matrix.tsx'
import { ReadTable } from './read-table.tsx'

export interface ReadContext {
  readonly lists: Lists
  readonly answers: Answers
  readonly hidden: ReadonlySet<Pointer>
  readonly today: string
  readonly href: Files['href'] | undefined
}

interface BlocksProps {
  readonly blocks: readonly Block[]
  readonly context: ReadContext
  readonly level: 3 | 4 | 5
}

const isBrief = (block: Block | undefined): block is Field =>
  block?.block === 'field' && block.kind !== 'narrative' && block.kind !== 'statement'

/** Neighbouring short fields read best as one list. */
const runsOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const runs: Block[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last && isBrief(block) && isBrief(last.at(-1))) last.push(block)
    else runs.push([block])
  }
  return runs
}

const Value = ({ field, context }: { field: Field; context: ReadContext }) => {
  const value = valueAt(context.answers, field.path)
  if (printsNone(field) && (value === undefined || isBlank(value, field))) return '无'
  return <ShownValue field={field} lists={context.lists} value={value} href={context.href} />
}

const ReadLong = ({ field, context }: { field: Field; context: ReadContext }) => (
  <div className="pf-reading-block">
    <p>{field.title}</p>
    {field.kind === 'statement' && field.text?.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
    {field.kind === 'statement' ? (
      fieldKindOf(field).show(valueAt(context.answers, field.path) ?? false, field, context.lists)
    ) : (
      <Value field={field} context={context} />
    )}
  </div>
)

const ReadOther = ({
  block,
  context,
  level,
}: {
  block: Block
  context: ReadContext
  level: 3 | 4 | 5
}): JSX.Element => {
  const Heading = `h${level}` as const
  const next = level === 3 ? 4 : 5
  switch (block.block) {
    case 'section':
    case 'group':
      return (
        <section>
          <Heading>
            {block.block === 'section' && block.number}
            {block.title}
          </Heading>
          <ReadBlocks blocks={block.children} context={context} level={next} />
        </section>
      )
    case 'table':
      return <ReadTable table={block} context={context} />
    case 'matrix':
      return <ReadMatrix matrix={block} context={context} />
    case 'field':
      return <ReadLong field={block} context={context} />
  }
}

export const ReadBlocks = ({ blocks, context, level }: BlocksProps): JSX.Element => {
  const shown = blocks.filter((block) => !context.hidden.has(pointerOf(block.path)))
  return (
    <>
      {runsOf(shown).map((run) =>
        isBrief(run[0]) ? (
          <dl key={run[0].key}>
            {run.filter(isBrief).map((field) => (
              <Fragment key={field.key}>
                <dt>{field.title}</dt>
                <dd>
                  <Value field={field} context={context} />
                </dd>
              </Fragment>
            ))}
          </dl>
        ) : (
          run.map((block) => <ReadOther key={block.key} block={block} context={context} level={level} />)
        ),
      )}
    </>
  )
}
