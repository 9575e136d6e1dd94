import { liveLists, numberedAsShown, pointerOf, settle } from '@policyforms/core'
import type { JSX } from 'react'
import { useMemo } from 'react'
import type { ReadingProps } from './props.ts'
import { ReadBlocks } from './reading/read-blocks.tsx'

/** What was answered, to be read and printed: no controls, nothing hidden. */
export function Reading({ template, answers, today, href }: ReadingProps): JSX.Element {
  const settled = useMemo(() => settle(template, answers, { today }), [template, answers, today])
  const context = {
    lists: liveLists(template, settled.answers),
    answers: settled.answers,
    hidden: settled.hidden,
    today,
    href,
  }
  return (
    <article className="pf-reading">
      {numberedAsShown(template, settled.hidden)
        .sections.filter((section) => !settled.hidden.has(pointerOf(section.path)))
        .map((section) => (
          <section key={section.key} id={`read${pointerOf(section.path)}`}>
            <h2>
              {section.number}
              {section.title}
            </h2>
            <ReadBlocks blocks={section.children} context={context} level={3} />
          </section>
        ))}
    </article>
  )
}
