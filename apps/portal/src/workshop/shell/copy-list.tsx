import type { PackListing, WorkingCopySummary } from '@policyforms/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { When } from '../../parts/when.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { ExportButton } from './export-button.tsx'

interface CopyListProps {
  readonly copies: readonly WorkingCopySummary[]
  /** Those of the folder; undefined while they are on their way. */
  readonly packs: readonly PackListing[] | undefined
  readonly again: () => Promise<void>
}

const standing = ({ state, isChanged }: WorkingCopySummary): string =>
  state === 'in-review' ? '待审核' : isChanged ? '正在改' : '没有改动'

/** The working copies, last saved first. */
export function CopyList({ copies, packs, again }: CopyListProps) {
  const [discarding, setDiscarding] = useState<WorkingCopySummary>()
  const isInFolder = ({ pack }: WorkingCopySummary) => packs?.some(({ id }) => id === pack) ?? true
  return (
    <>
      <ul className="copies">
        {copies.map((copy) => (
          <li key={copy.pack}>
            <Link href={`/workshop/${copy.pack}/build`}>{copy.name}</Link>
            <span className="state">{standing(copy)}</span>
            {!isInFolder(copy) && <span className="secondary">还没有发布</span>}
            <span className="secondary">
              {copy.savedBy === 'local' ? '本机用户' : copy.savedBy} <When at={copy.savedAt} />
            </span>
            <span className="copy-actions">
              <ExportButton pack={copy.pack} of="copy" name={copy.name} />
              <button
                type="button"
                className="link"
                aria-label={`放弃${copy.name}的工作稿`}
                onClick={() => setDiscarding(copy)}
              >
                放弃
              </button>
            </span>
          </li>
        ))}
      </ul>
      {discarding && (
        <DiscardDialog
          copy={discarding}
          isInFolder={isInFolder(discarding)}
          onClose={() => setDiscarding(undefined)}
          onDone={again}
        />
      )}
    </>
  )
}
