import { property } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { useId, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { examplesFolder } from '../model/examples.ts'
import type { Files } from '../model/history.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench } from '../workbench-context.ts'
import { pathOf } from './pack-files.ts'
import { newCodes } from './starters.ts'

interface NewFileDialogProps {
  /** A template to copy; without one it is a code list. */
  readonly from?: string
  readonly onClose: () => void
  readonly onMade: (path: string) => void
}

const words = {
  template: { title: '复制一份材料', name: '材料的名称', example: '如 annual-report' },
  codes: { title: '添一张代码表', name: '代码表的名称', example: '如 levels' },
} as const

/** What a new file is called; it begins with the least that works, or as another of its kind. */
export function NewFileDialog({ from, onClose, onMade }: NewFileDialogProps) {
  const kind = from === undefined ? 'codes' : 'template'
  const { store } = useWorkbench()
  const [title, setTitle] = useState('')
  const [name, setName] = useState('')
  const id = useId()
  const path = pathOf(store.copy.pack, kind, name)
  const isPlain = /^[a-z][a-z0-9-]{0,59}$/.test(name)
  const isTaken = store.files.has(path)
  const isRight = isPlain && !isTaken && title.trim() !== ''
  const make = () => {
    if (!isRight) return
    const made = madeOf(store.files, { from, path, name, title: title.trim() })
    store.replace(new Map([...store.files, ...made]), `${words[kind].title}：${title.trim()}`)
    onMade(path)
  }
  return (
    <Dialog
      title={words[kind].title}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={`${id}-form`} className="button primary" disabled={!isRight}>
            {from ? '复制' : '添上'}
          </button>
        </>
      }
    >
      <form
        id={`${id}-form`}
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <div className="property">
          <label htmlFor={`${id}-title`}>{words[kind].name}</label>
          <input
            id={`${id}-title`}
            type="text"
            maxLength={60}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
        <div className="property">
          <label htmlFor={`${id}-name`}>文件名</label>
          <input
            id={`${id}-name`}
            type="text"
            maxLength={60}
            value={name}
            aria-invalid={name !== '' && (!isPlain || isTaken)}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => setName(target.value.trim())}
          />
          <p className={isTaken ? 'error-words' : 'help'} id={`${id}-help`}>
            {isTaken
              ? '已经有这个文件了，请换一个名字。'
              : `用英文小写、数字和短横线，${words[kind].example}。以后不改。`}
          </p>
        </div>
      </form>
    </Dialog>
  )
}

interface Wanted {
  readonly from: string | undefined
  readonly path: string
  readonly name: string
  readonly title: string
}

/** The new file; a copy of a template with the examples that it is tried on. */
const madeOf = (files: Files, { from, path, name, title }: Wanted): readonly (readonly [string, string])[] => {
  if (!from) return [[path, newCodes(name, title)]]
  const [before, after] = [examplesFolder(from), examplesFolder(path)]
  const examples = [...files].filter(([one]) => one.startsWith(before))
  return [
    [path, copied(files.get(from) ?? '', title)],
    ...examples.map(([one, text]) => [`${after}${one.slice(before.length)}`, text] as const),
  ]
}

/** A copy is a template of its own: it begins its versions anew. */
const copied = (text: string, title: string): string => {
  const named = setValue(text, ['title'], title)
  return property(parsed(named), 'x-version') === undefined ? named : setValue(named, ['x-version'], '0.1.0')
}
