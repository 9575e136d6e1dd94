import type { FilesConflict } from '@policyforms/core'
import { Dialog } from '../../parts/dialog.tsx'
import { placeWords, valueWords } from '../model/place-words.ts'
import { titleOfTemplate } from '../model/template-title.ts'
import { useWorkbench } from '../workbench-context.ts'
import './conflict.css'

interface ConflictDialogProps {
  readonly conflict: FilesConflict
  readonly onClose: () => void
}

/** Two people changed the same place: whose stays. Whichever goes can be had back by undo. */
export default function ConflictDialog({ conflict, onClose }: ConflictDialogProps) {
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
      {conflict.files.map(({ path, text, at }) => (
        <section key={path} className="conflict-file">
          <h3>{titleOfTemplate(store.textOf(path), path)}</h3>
          <ul>
            {at.map((pointer) => (
              <li key={pointer}>
                <strong>{placeWords(store.textOf(path), pointer)}</strong>
                <dl>
                  <dt>别人的</dt>
                  <dd>{valueWords(text, pointer)}</dd>
                  <dt>我的</dt>
                  <dd>{valueWords(store.textOf(path), pointer)}</dd>
                </dl>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}
