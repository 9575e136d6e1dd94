import type { Issue } from '@policyforms/core'
import { faultWords } from '../model/fault-words.ts'
import { packDialect } from '../pack/pack-dialect.ts'
import { useWorking } from '../workbench-context.ts'
import { useGoToFault } from './use-go-to-fault.ts'

const most = 100

/** Faults of the whole pack; each leads to where it is mended. */
export default function FaultList({ issues }: { readonly issues: readonly Issue[] }) {
  const files = useWorking((state) => state.history.now)
  const go = useGoToFault()
  return (
    <>
      {issues.slice(0, most).map((issue) => {
        const { what, where } = faultWords(issue, files, packDialect)
        return (
          <button
            key={`${issue.file} ${issue.at} ${issue.place} ${issue.code} ${JSON.stringify(issue.params)}`}
            type="button"
            className="fault-item"
            data-severity={issue.severity}
            onClick={() => go(issue)}
          >
            <span className="sign">{issue.severity === 'error' ? '错误' : '提醒'}</span>
            <span>
              {what} <span className="secondary">{where}</span>
            </span>
          </button>
        )
      })}
      {issues.length > most && <p className="secondary">还有 {issues.length - most} 处，改完前面的再看。</p>}
    </>
  )
}
