import type { Session } from '@policyforms/core'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useFixed } from '../server/use-loaded.ts'

const NameDialog = lazy(() => import('../parts/name-dialog.tsx'))

const pages = [
  { path: '/', label: '我的材料' },
  { path: '/new', label: '新建' },
  { path: '/workshop', label: '工坊' },
  { path: '/help', label: '手册' },
]

/** A page is marked where one is on it, and where one is on a page below it. */
const standing = (path: string, page: string): 'page' | 'true' | undefined =>
  path === page ? 'page' : path.startsWith(`${page}/`) ? 'true' : undefined

/** What stands around every page. After a change of page the focus goes to it, as a loaded page would have it. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="masthead">
        <div className="masthead-row">
          <Link href="/" className="brand">
            政策表单
          </Link>
          <nav aria-label="主要页面">
            {pages.map((page) => (
              <Link key={page.path} href={page.path} aria-current={standing(path, page.path)}>
                {page.label}
              </Link>
            ))}
          </nav>
          <Whose />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function Whose() {
  const { value, again } = useFixed<Session>('/api/session')
  const [isNaming, setNaming] = useState(false)
  if (!value) return null
  const { user, workspace } = value
  return (
    <>
      <button type="button" className="whose" title="改名" onClick={() => setNaming(true)}>
        {workspace.name} · {user.name}
      </button>
      {isNaming && (
        <Suspense fallback={null}>
          <NameDialog
            name={user.id === 'local' ? '' : user.name}
            onClose={() => setNaming(false)}
            onNamed={() => {
              setNaming(false)
              again()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
