import { lazy, Suspense, useState } from 'react'
import { Skeleton } from '../../parts/page-states.tsx'
import { JsonEditor } from '../build/json-editor.tsx'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { documentHelp } from './document-help.ts'
import type { PackFile } from './pack-files.ts'
import '../build/build.css'

const Picture = lazy(() => import('../../pages/procedure/picture.tsx'))

/** The file as it is written, beside its form; a procedure as a picture too. */
export function FileJson({ file }: { readonly file: PackFile }) {
  const { store } = useWorkbench()
  const text = useWorking((state) => state.history.now.get(file.path) ?? '')
  const result = useWorking((state) => state.result)
  const hasPicture = file.kind === 'procedure'
  const [beside, setBeside] = useState<'picture' | 'json'>(hasPicture ? 'picture' : 'json')
  return (
    <div className="pack-beside">
      <div className="build-tools" role="toolbar" aria-label="旁边看什么">
        {hasPicture && (
          <button
            type="button"
            className="button"
            aria-pressed={beside === 'picture'}
            onClick={() => setBeside('picture')}
          >
            程序图
          </button>
        )}
        <button type="button" className="button" aria-pressed={beside === 'json'} onClick={() => setBeside('json')}>
          JSON
        </button>
      </div>
      {beside === 'json' ? (
        <JsonEditor
          label={`${file.path} 的 JSON`}
          text={text}
          issues={result?.issues.filter((issue) => issue.file === file.path) ?? []}
          place=""
          help={documentHelp(file.kind)}
          onChange={(next) => store.write(file.path, next, '改 JSON')}
          onPlace={() => undefined}
        />
      ) : result?.procedure ? (
        <div className="pack-picture">
          <Suspense fallback={<Skeleton rows={12} />}>
            <Picture procedure={result.procedure} />
          </Suspense>
        </div>
      ) : (
        <p className="notice" data-tone="warning">
          程序还有错误，改好以后这里会画出来。
        </p>
      )}
    </div>
  )
}
