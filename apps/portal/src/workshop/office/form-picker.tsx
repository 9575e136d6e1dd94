import { lazy, Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { EditorProps } from '../build/editors/editor-props.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { bytesIn, formFiles, nameInPack, shortName, sizeInWords } from './form-files.ts'

// Every template's settings show the picker; few upload.
const NewFormDialog = lazy(async () => ({ default: (await import('./new-form-dialog.tsx')).NewFormDialog }))

/** By which of the pack's Word files a template is printed, in the template's own settings. */
export function FormPicker({ id, describedBy, value, onChange }: EditorProps) {
  const { store } = useWorkbench()
  const [, go] = useLocation()
  const files = useWorking((state) => state.history.now)
  const file = useWorking((state) => state.file)
  const [isAdding, setAdding] = useState(false)
  const forms = formFiles(files)
  const written = typeof value === 'string' ? value : ''
  const path = forms.find((one) => nameInPack(one) === written)
  const pageOf = (one: string) => `/workshop/${store.copy.pack}/pack?file=${encodeURIComponent(one)}`
  return (
    <div className="form-picker">
      <select
        id={id}
        aria-describedby={describedBy}
        value={written}
        onChange={({ target }) => onChange(target.value || undefined)}
      >
        <option value="">不用，按系统的版式排</option>
        {written !== '' && path === undefined && <option value={written}>{written}（没有这个文件）</option>}
        {forms.map((one) => (
          <option key={one} value={nameInPack(one)}>
            {shortName(one)}（{sizeInWords(bytesIn(files.get(one) ?? ''))}）
          </option>
        ))}
      </select>
      <p>
        <button type="button" className="button" onClick={() => setAdding(true)}>
          上传一份
        </button>
        {path !== undefined && (
          <Link className="button" href={pageOf(path)}>
            核对、下载或换一份
          </Link>
        )}
      </p>
      {isAdding && (
        <Suspense>
          <NewFormDialog
            template={file}
            onClose={() => setAdding(false)}
            onMade={(made) => {
              setAdding(false)
              go(pageOf(made))
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
