import type { Draft, Template } from '@policyforms/core'
import { lazy, useState } from 'react'
import { Broken, Skeleton } from '../parts/page-states.tsx'
import { draftPath } from '../server/drafts.ts'
import { useFixed, useLoaded } from '../server/use-loaded.ts'

const Fill = lazy(() => import('./fill/fill.tsx'))
const ReadingPage = lazy(() => import('./reading/reading-page.tsx'))

let openings = 0

/** One draft: to be filled, or to be read once it is submitted. */
export default function DraftPage({ id }: { readonly id: string }) {
  // Read anew each time it is opened, never from the cache: a form that began with old answers would be in conflict with
  // itself. Read once: while it is filled, the keeper follows what changes.
  const [opening] = useState(() => ++openings)
  const draft = useLoaded<Draft>(`${draftPath(id)}#${opening}`, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    dedupingInterval: 0,
  })
  const template = useFixed<Template>(draft.value ? `/api/templates/by-hash/${draft.value.hash}` : null)
  const trouble = draft.value ? template.trouble : draft.trouble
  if (draft.value && template.value)
    return draft.value.state === 'draft' ? (
      <Fill key={draft.value.hash} draft={draft.value} template={template.value} onChanged={draft.again} />
    ) : (
      <ReadingPage draft={draft.value} template={template.value} onWithdrawn={draft.again} />
    )
  if (trouble)
    return (
      <Broken
        trouble={trouble}
        safe="已保存的内容不受影响；还没有保存的内容留在本机，打开后会放回原处。"
        again={draft.value ? template.again : draft.again}
      />
    )
  return <Skeleton kind="page" rows={10} />
}
