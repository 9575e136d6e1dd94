import type { Notice } from '../grid/use-rows.ts'

/** What has just been done to a table, and its undoing. */
export const DoneNotice = ({ notice, undo }: { notice: Notice | undefined; undo: () => void }) =>
  notice && (
    <p className="pf-undo" role="status">
      {notice.words}
      {notice.undo && (
        <button type="button" className="pf-link" onClick={undo}>
          撤销
        </button>
      )}
    </p>
  )
