import type { Difference } from '@policyforms/core'
import { SaidDifferences } from '../../parts/said-differences.tsx'
import { toastTrouble } from '../../parts/toasts.tsx'
import { download } from '../../server/download.ts'
import { titleOfTemplate } from '../model/template-title.ts'
import { useWorkbench } from '../workbench-context.ts'

interface DifferencePartProps {
  readonly pack: string
  readonly differences: readonly Difference[]
  readonly isFirst: boolean
}

/** What changed since the last version, in a policy officer's words. */
export function DifferencePart({ pack, differences, isFirst }: DifferencePartProps) {
  const { store } = useWorkbench()
  const word = () =>
    void store
      .saveNow()
      .then(() => download(`/api/workshop/${pack}/differences.docx`, `${pack}-修改对照表.docx`))
      .catch(toastTrouble)
  return (
    <section className="publish-part">
      <h2>
        {isFirst ? '与文件夹里的相比' : '与上一版相比'} <span className="count">{differences.length} 处</span>
      </h2>
      {differences.length > 0 && (
        <div className="publish-actions">
          <button type="button" className="button" onClick={word}>
            导出 Word 对照表
          </button>
        </div>
      )}
      <SaidDifferences
        differences={differences}
        titleOf={(template) => titleOfTemplate(store.textOf(`${pack}/${template}.schema.json`), template)}
      />
    </section>
  )
}
