import type { FileChange, FilesConflict, FormCheck, PackListing, SavedFiles, WorkingCopy } from '@policyforms/core'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { Broken, Skeleton } from '../../parts/page-states.tsx'
import { call, ServerTrouble } from '../../server/call.ts'
import { useLoaded } from '../../server/use-loaded.ts'
import { useTitle } from '../../shell/use-title.ts'
import { useWorking, WorkbenchContext } from '../workbench-context.ts'
import { WorkshopStore } from '../workshop-store.ts'
import { keepFile, keptFile } from './kept-file.ts'
import { WorkbenchBar } from './workbench-bar.tsx'
import '../property.css'
import './workbench.css'

const Pack = lazy(() => import('../pack/pack.tsx'))
const Build = lazy(() => import('../build/build.tsx'))
const Clauses = lazy(() => import('../clauses/clauses.tsx'))
const Rules = lazy(() => import('../rules/rules.tsx'))
const Try = lazy(() => import('../try/try.tsx'))
const Publish = lazy(() => import('../publish/publish.tsx'))

/** The stages of the work on a pack, in the order in which one goes through them. */
const tabs = {
  pack: { label: '资料', page: Pack },
  build: { label: '搭建', page: Build },
  rules: { label: '规则', page: Rules },
  clauses: { label: '条款', page: Clauses },
  try: { label: '试填', page: Try },
  publish: { label: '发布', page: Publish },
} as const
export type Tab = keyof typeof tabs
const isTab = (name: string): name is Tab => Object.hasOwn(tabs, name)

const ends = (pack: string) => ({
  save: async (patch: object): Promise<SavedFiles | { readonly conflict: FilesConflict }> => {
    try {
      return await call<SavedFiles>('PATCH', `/api/workshop/${pack}`, patch)
    } catch (error) {
      const refusal = error instanceof ServerTrouble ? error.refusal : undefined
      // A refusal of this code has the conflict in it, by the wire types.
      if (refusal?.error === 'workshop-conflict') return { conflict: refusal as FilesConflict }
      throw error
    }
  },
  judge: (patterns: readonly string[]) => call<Record<string, boolean>>('POST', '/api/workshop/patterns', { patterns }),
  checkForms: (files: readonly FileChange[]) =>
    call<readonly FormCheck[]>('POST', `/api/workshop/${pack}/forms/check`, { files }),
  now: () => Date.now(),
})

/** A working copy with its tools. It is opened from the folder when there is none yet. */
export default function WorkbenchPage({ pack, tab }: { readonly pack: string; readonly tab: string }) {
  const {
    value: copy,
    trouble,
    again,
  } = useLoaded<WorkingCopy>(`/api/workshop/${encodeURIComponent(pack)}`, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    revalidateIfStale: false,
  })
  useTitle(`工坊：${copy?.name ?? pack}`)
  if (trouble?.refusal?.error === 'workshop-missing') return <NotOpened pack={pack} onOpened={again} />
  if (!copy && trouble) return <Broken trouble={trouble} safe="工作稿都在服务器上，没有丢。" again={() => again()} />
  if (!copy) return <Skeleton kind="page" rows={8} />
  return <Bench key={copy.pack} copy={copy} tab={isTab(tab) ? tab : 'build'} />
}

function NotOpened({ pack, onOpened }: { readonly pack: string; readonly onOpened: (copy: WorkingCopy) => void }) {
  const { value: packs } = useLoaded<readonly PackListing[]>('/api/packs')
  const [trouble, setTrouble] = useState<string>()
  const listing = packs?.find(({ id }) => id === pack)
  const open = async () => {
    try {
      onOpened(await call<WorkingCopy>('POST', '/api/workshop', { pack }))
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div className="blank-page">
      <h2>{listing?.name ?? pack}还没有工作稿</h2>
      <p>打开工作稿后就可以改它的模板。发布以前，填写人看到的还是现在的模板。</p>
      {trouble && (
        <p className="error-words" role="alert">
          {trouble}
        </p>
      )}
      <p className="actions">
        <button type="button" className="button primary" onClick={open}>
          打开工作稿
        </button>
        <Link className="button" href="/workshop">
          返回工坊
        </Link>
      </p>
    </div>
  )
}

const askEveryMs = 5000

function Bench({ copy, tab }: { readonly copy: WorkingCopy; readonly tab: Tab }) {
  const [store, setStore] = useState<WorkshopStore>()
  const [selected, select] = useState<readonly string[]>([])
  useEffect(() => {
    const made = new WorkshopStore(copy, ends(copy.pack))
    const kept = keptFile(copy.pack)
    if (kept) made.show(kept)
    made.subscribe(() => keepFile(copy.pack, made.state().file))
    setStore(made)
    // What others do comes in while one only looks.
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void made.saveNow()
    }, askEveryMs)
    const leave = (event: BeforeUnloadEvent) => {
      if (made.isUnsaved) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      clearInterval(timer)
      window.removeEventListener('beforeunload', leave)
      void made.saveNow()
      made.close()
    }
  }, [copy])
  const bench = useMemo(() => store && { store, selected, select }, [store, selected])
  const Page = tabs[tab].page
  if (!bench) return <Skeleton kind="page" rows={8} />
  return (
    <WorkbenchContext value={bench}>
      <div className="workbench">
        <WorkbenchBar tab={tab} tabs={Object.entries(tabs).map(([key, { label }]) => ({ key, label }))} />
        <Suspense fallback={<Skeleton kind="page" rows={8} />}>
          <Selection isWhole={tab === 'pack'}>
            <Page />
          </Selection>
        </Suspense>
      </div>
    </WorkbenchContext>
  )
}

interface SelectionProps {
  /** The page is of the whole pack, whichever template is under the hand. */
  readonly isWhole: boolean
  readonly children: React.ReactNode
}

/** Another template is another outline: the page starts afresh with it. */
function Selection({ isWhole, children }: SelectionProps) {
  const file = useWorking((state) => state.file)
  return (
    <div key={isWhole ? '' : file} className="workbench-page">
      {children}
    </div>
  )
}
