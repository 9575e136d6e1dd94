import type { FilesConflict } from '@policyforms/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useWorkbench } from '../workbench-context.ts'

/** Two people changed the same place: whose stays. Whichever goes can be had back by undo. */
export function ConflictDialog({
  conflict,
  onClose,
}: {
  readonly conflict: FilesConflict
  readonly onClose: () => void
}) {
  const { store } = useWorkbench()
  const take = (which: 'mine' | 'theirs') => () => {
    store.resolve(which)
    onClose()
  }
  return (
    <Dialog
      title="别人也改了同一处"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={take('theirs')}>
            采用别人的
          </button>
          <button type="button" className="button primary" onClick={take('mine')}>
            保留我的
          </button>
        </>
      }
    >
      <p>下面这些地方，您和别人都改了。其余的改动已经合在一起，两边都没有丢。</p>
      <ul className="conflict-places">
        {conflict.files.map(({ path, at }) => (
          <li key={path}>
            <strong>{path}</strong>
            <ul>
              {at.map((pointer) => (
                <li key={pointer}>
                  <code>{pointer || '整个文件'}</code>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
