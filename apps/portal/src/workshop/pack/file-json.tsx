import { lazy, Suspense, useState } from 'react'
import { Skeleton } from '../../parts/page-states.tsx'
import { JsonEditor } from '../build/json-editor.tsx'
import { keptBeside } from '../build/kept-beside.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { documentHelp } from './document-help.ts'
import type { PackFile } from './pack-files.ts'
import '../build/build.css'

const Picture = lazy(() => import('../../pages/procedure/picture.tsx'))

type Shown = 'none' | 'picture' | 'json'

/** The file as it is written, beside its form; a procedure as a picture too. */
export function FileJson({ file }: { readonly file: PackFile }) {
  const { store } = useWorkbench()
  const text = useWorking((state) => state.history.now.get(file.path) ?? '')
  const result = useWorking((state) => state.result)
  const hasPicture = file.kind === 'procedure'
  const [chosen, setChosen] = useState<Shown>(hasPicture ? 'picture' : keptBeside() === 'json' ? 'json' : 'none')
  // What is written wrong can be mended only there.
  const shown: Shown = parsed(text) === undefined ? 'json' : chosen
  const press = (one: Shown) => setChosen(shown === one ? 'none' : one)
  return (
    <div className="pack-beside" data-shows={shown}>
      <div className="build-tools" role="toolbar" aria-label="旁边看什么">
        {hasPicture && (
          <button type="button" className="button" aria-pressed={shown === 'picture'} onClick={() => press('picture')}>
            程序图
          </button>
        )}
        <button type="button" className="button" aria-pressed={shown === 'json'} onClick={() => press('json')}>
          JSON
        </button>
      </div>
      {shown === 'json' && (
        <JsonEditor
          label={`${file.path} 的 JSON`}
          text={text}
          issues={result?.issues.filter((issue) => issue.file === file.path) ?? []}
          place=""
          help={documentHelp(file.kind)}
          onChange={(next) => store.write(file.path, next, '改 JSON')}
          onPlace={() => undefined}
        />
      )}
      {shown === 'picture' &&
        (result?.procedure ? (
          <div className="pack-picture">
            <Suspense fallback={<Skeleton rows={12} />}>
              <Picture procedure={result.procedure} />
            </Suspense>
          </div>
        ) : (
          <p className="notice" data-tone="warning">
            程序还有错误，改好以后这里会画出来。
          </p>
        ))}
    </div>
  )
}
