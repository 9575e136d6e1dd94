import { type Issue, keysOf, sentence } from '@policyforms/core'
import { useLocation } from 'wouter'
import { Menu } from '../../parts/menu.tsx'
import { idOf } from '../model/outline.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'

const most = 100

/** Files that the page of the pack's files edits. */
const isInPack = (path: string): boolean => /^[^/]+\/((codes\/)?[^/.]+\.json|forms\/[a-z][a-z0-9-]*\.docx)$/.test(path)

/** What the check says of the whole pack; each leads to its place. */
export function FaultsMenu() {
  const { store, select } = useWorkbench()
  const [, open] = useLocation()
  const result = useWorking((state) => state.result)
  const forms = useWorking((state) => state.forms)
  const isChecking = useWorking((state) => state.isChecking || state.forms.isChecking)
  if (!result) return <span className="secondary">正在检查</span>
  const issues = [...result.issues, ...forms.checks.flatMap((one) => one.issues)]
  const go = (issue: Issue) => {
    const { file } = issue
    if (file && isInPack(file)) {
      open(`/workshop/${store.copy.pack}/pack?file=${encodeURIComponent(file)}`)
      return
    }
    if (file?.endsWith('.schema.json')) {
      store.show(file)
      open(`/workshop/${store.copy.pack}/build`)
    }
    // The outline takes the nearest node that it has.
    const keys = keysOf(issue.at)
    const node = keys.findLastIndex((key, i) => i > 0 && keys[i - 1] === 'properties' && key !== '')
    select(node > 0 ? [idOf(keys.slice(0, node + 1))] : [])
  }
  if (issues.length === 0 && isChecking) return <span className="secondary">正在检查</span>
  if (issues.length === 0) return <span className="passed">检查通过</span>
  return (
    <Menu label={`${issues.length} 处问题`}>
      {issues.slice(0, most).map((issue) => (
        <button
          key={`${issue.file} ${issue.at} ${issue.place} ${issue.code} ${JSON.stringify(issue.params)}`}
          type="button"
          className="fault-item"
          data-severity={issue.severity}
          onClick={() => go(issue)}
        >
          <span className="sign">{issue.severity === 'error' ? '错误' : '提醒'}</span>
          <span>
            {sentence(issue)}
            <span className="secondary">
              {' '}
              {issue.file} {issue.place ?? `第 ${issue.line ?? 1} 行`}
            </span>
          </span>
        </button>
      ))}
      {issues.length > most && <p className="secondary">还有 {issues.length - most} 处，改完前面的再看。</p>}
    </Menu>
  )
}
