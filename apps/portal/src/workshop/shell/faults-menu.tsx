import { lazy, Suspense } from 'react'
import { Menu } from '../../parts/menu.tsx'
import { withoutEchoes } from '../model/fault-files.ts'
import { useWorking } from '../workbench-context.ts'

const FaultList = lazy(() => import('./fault-list.tsx'))

/** What the check says of the whole pack; each leads to its place. */
export function FaultsMenu() {
  const result = useWorking((state) => state.result)
  const forms = useWorking((state) => state.forms)
  const isChecking = useWorking((state) => state.isChecking || state.forms.isChecking)
  if (!result) return <span className="secondary">正在检查</span>
  const issues = withoutEchoes([...result.issues, ...forms.checks.flatMap((one) => one.issues)])
  if (issues.length === 0) return <span className="passed">{isChecking ? '正在检查' : '检查通过'}</span>
  return (
    <Menu label={`${issues.length} 处问题`}>
      <Suspense fallback={null}>
        <FaultList issues={issues} />
      </Suspense>
    </Menu>
  )
}
