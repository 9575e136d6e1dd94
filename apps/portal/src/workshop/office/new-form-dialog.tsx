import { useId, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { templateFiles } from '../workshop-store.ts'
import { FormDrop } from './form-drop.tsx'
import { bytesIn, formNamedIn, freeFormName, pathOfForm, sizeInWords, withUsers } from './form-files.ts'
import { FormUsers } from './form-users.tsx'
import { HowToWrite } from './how-to-write.tsx'
import type { TakenForm } from './take-form.ts'

interface NewFormDialogProps {
  /** The template that it is for, where that is known. */
  readonly template?: string
  readonly onClose: () => void
  readonly onMade: (path: string) => void
}

/** A Word file comes into the pack: chosen, named, and attached to what is to be printed by it. All one step of undo. */
export function NewFormDialog({ template, onClose, onMade }: NewFormDialogProps) {
  const { store } = useWorkbench()
  const { pack } = store.copy
  const likely = template ?? templateFiles(store.files).find((path) => formNamedIn(store.textOf(path)) === undefined)
  const [taken, setTaken] = useState<TakenForm>()
  const [name, setName] = useState(() => freeFormName(store.files, likely ?? ''))
  const [users, setUsers] = useState<readonly string[]>(likely === undefined ? [] : [likely])
  const id = useId()
  const path = pathOfForm(pack, name)
  const isPlain = /^[a-z][a-z0-9-]{0,59}$/.test(name)
  const isTaken = store.files.has(path)
  const isRight = taken !== undefined && isPlain && !isTaken
  const make = () => {
    if (!isRight) return
    store.replace(withUsers(new Map([...store.files, [path, taken.text]]), path, users), `添表样 ${name}.docx`)
    onMade(path)
  }
  return (
    <Dialog
      title="上传单位的 Word 表样"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={`${id}-form`} className="button primary" disabled={!isRight}>
            添上
          </button>
        </>
      }
    >
      <form
        id={`${id}-form`}
        className="new-form"
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <p className="help">
          在 Word 里要填的地方写上 <code>{'{{字段名称}}'}</code>，导出时就填进去，其余版式不动。
          <HowToWrite />。
        </p>
        {taken && (
          <p role="status">
            已选“{taken.name}”，{sizeInWords(bytesIn(taken.text))}
          </p>
        )}
        <FormDrop label={taken ? '换一个文件' : '选择文件'} onTaken={setTaken} />
        <div className="property">
          <label htmlFor={`${id}-name`}>文件名</label>
          <input
            id={`${id}-name`}
            type="text"
            maxLength={60}
            value={name}
            aria-invalid={!isPlain || isTaken}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => setName(target.value.trim().replace(/\.docx$/i, ''))}
          />
          <p className={isTaken ? 'error-words' : 'help'} id={`${id}-help`}>
            {isTaken
              ? '已经有这个文件了：换一个名字；要换它的内容，请打开它再点“换一份”。'
              : '在系统里叫什么，用英文小写、数字和短横线，如 application。'}
          </p>
        </div>
        <FormUsers name={`forms/${name}.docx`} users={users} onChange={setUsers} />
      </form>
    </Dialog>
  )
}
