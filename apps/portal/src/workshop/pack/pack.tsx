import { lazy, Suspense, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { Skeleton } from '../../parts/page-states.tsx'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { FileJson } from './file-json.tsx'
import { FilePanel } from './file-panel.tsx'
import { NewFileDialog } from './new-file-dialog.tsx'
import { type FileKind, groups, packFiles, pathOf } from './pack-files.ts'
import { SaidList } from './said-list.tsx'
import { newIndicators, newProcedure } from './starters.ts'
import './pack.css'
import { parsed } from '../model/outline.ts'

// Few packs have Word files of their office.
const FormPage = lazy(() => import('../office/form-page.tsx'))
const NewFormDialog = lazy(async () => ({ default: (await import('../office/new-form-dialog.tsx')).NewFormDialog }))

/** 资料: all that a pack is, beside the inside of its templates. */
export default function Pack() {
  const { store } = useWorkbench()
  const texts = useWorking((state) => state.history.now)
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const [making, setMaking] = useState<'codes' | 'form'>()
  const { pack, name } = store.copy
  const files = packFiles(texts)
  const file = files.find(({ path }) => path === search.get('file')) ?? files[0]
  const open = (path: string) => go(`/workshop/${pack}/pack?file=${encodeURIComponent(path)}`)
  const made = (path: string) => {
    setMaking(undefined)
    open(path)
  }
  const make = (kind: FileKind) => {
    if (kind === 'template') return go(`/workshop/${pack}/add`)
    if (kind === 'codes' || kind === 'form') return setMaking(kind)
    const path = pathOf(pack, kind, '')
    const text =
      kind === 'procedure'
        ? newProcedure(name, parsed(texts.get(`${pack}/jurisdiction.json`) ?? ''))
        : newIndicators(name, new Date().getFullYear())
    store.write(path, text, kind === 'procedure' ? '添办理程序' : '添统计指标')
    open(path)
  }
  return (
    <div className="pack-page">
      <nav className="pack-files" aria-label="地区的资料">
        <SaidList pack={pack} />
        {groups.map(({ kind, title, many }) => {
          const own = files.filter((one) => one.kind === kind)
          return (
            <section key={kind}>
              <h2>{title}</h2>
              <ul>
                {own.map(({ path, title: called, note }) => (
                  <li key={path}>
                    <button
                      type="button"
                      className="pack-file"
                      aria-current={path === file?.path ? 'true' : undefined}
                      onClick={() => open(path)}
                    >
                      {called}
                      {note && <span className="pack-file-note"> {note}</span>}
                    </button>
                  </li>
                ))}
                {(many || own.length === 0) && (
                  <li>
                    <button type="button" className="link" onClick={() => make(kind)}>
                      {addWords[kind]}
                    </button>
                  </li>
                )}
              </ul>
            </section>
          )
        })}
      </nav>
      {file?.kind === 'form' ? (
        <Suspense fallback={<Skeleton kind="page" rows={8} />}>
          <FormPage key={file.path} path={file.path} />
        </Suspense>
      ) : (
        file && <FilePanel key={file.path} file={file} onMade={open} />
      )}
      {file && file.kind !== 'template' && file.kind !== 'form' && (
        <FileJson key={`${file.path} as written`} file={file} />
      )}
      {making === 'codes' && <NewFileDialog onClose={() => setMaking(undefined)} onMade={made} />}
      {making === 'form' && (
        <Suspense>
          <NewFormDialog onClose={() => setMaking(undefined)} onMade={made} />
        </Suspense>
      )}
    </div>
  )
}

const addWords: Readonly<Record<FileKind, string>> = {
  jurisdiction: '添地区情况',
  template: '添一份材料',
  form: '上传一份表样',
  codes: '添一张代码表',
  procedure: '添办理程序',
  indicators: '添统计指标',
}
