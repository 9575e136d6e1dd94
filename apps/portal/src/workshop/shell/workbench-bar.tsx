import { lazy, Suspense, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { When } from '../../parts/when.tsx'
import { titleOfTemplate } from '../model/template-title.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { templateFiles } from '../workshop-store.ts'
import { FaultsMenu } from './faults-menu.tsx'

// Seldom wanted.
const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'))

interface WorkbenchBarProps {
  readonly tab: string
  readonly tabs: readonly { readonly key: string; readonly label: string }[]
}

/** Which pack and template, the stages of the work, undo, and whether it is saved. */
export function WorkbenchBar({ tab, tabs }: WorkbenchBarProps) {
  const { store, select } = useWorkbench()
  const history = useWorking((state) => state.history)
  const file = useWorking((state) => state.file)
  const [isResolving, setResolving] = useState(false)
  const saving = useWorking((state) => state.saving)
  const step = (what: 'undo' | 'redo') => store[what]()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 's') void store.saveNow()
      else if (key === 'z' && !event.shiftKey) store.undo()
      else if (key === 'y' || (key === 'z' && event.shiftKey)) store.redo()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [store])
  const titleOf = (path: string) => titleOfTemplate(store.textOf(path), path)
  const files = templateFiles(history.now)
  return (
    <div className="workbench-bar">
      <div className="workbench-names">
        <Link href="/workshop">工坊</Link> / <h1>{store.copy.name}</h1>
        <select
          aria-label="模板"
          value={file}
          onChange={({ target }) => {
            select([])
            store.show(target.value)
          }}
        >
          {files.map((path) => (
            <option key={path} value={path}>
              {titleOf(path)}
            </option>
          ))}
        </select>
      </div>
      <nav aria-label="步骤" className="workbench-tabs">
        {tabs.map(({ key, label }) => (
          <Link key={key} href={`/workshop/${store.copy.pack}/${key}`} aria-current={key === tab ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <div className="workbench-state">
        <FaultsMenu />
        <button
          type="button"
          className="button"
          disabled={history.past.length === 0}
          title={history.past.length > 0 ? `撤销：${history.past.at(-1)?.did}（Ctrl+Z）` : undefined}
          onClick={() => step('undo')}
        >
          撤销
        </button>
        <button
          type="button"
          className="button"
          disabled={history.future.length === 0}
          title={history.future.length > 0 ? `重做：${history.future[0]?.did}（Ctrl+Y）` : undefined}
          onClick={() => step('redo')}
        >
          重做
        </button>
        <span className="saving" role="status">
          {saving.is === 'saved' && (
            <>
              已保存 <When at={saving.at} />
            </>
          )}
          {(saving.is === 'waiting' || saving.is === 'saving') && '正在保存'}
          {saving.is === 'away' && <span className="error-words">{saving.message}</span>}
          {saving.is === 'conflict' && (
            <button type="button" className="button primary" onClick={() => setResolving(true)}>
              别人也改了同一处，请处理
            </button>
          )}
        </span>
      </div>
      {isResolving && saving.is === 'conflict' && (
        <Suspense fallback={null}>
          <ConflictDialog conflict={saving.conflict} onClose={() => setResolving(false)} />
        </Suspense>
      )}
    </div>
  )
}
