import { type Difference, differenceSentence } from '@policyforms/core'
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
  const byTemplate = Map.groupBy(differences, ({ template }) => template)
  return (
    <section className="publish-part">
      <h2>
        {isFirst ? '与文件夹里的相比' : '与上一版相比'} <span className="count">{differences.length} 处</span>
      </h2>
      {differences.length === 0 && <p className="secondary">没有不同。</p>}
      {[...byTemplate].map(([template, found]) => (
        <section key={template}>
          <h3>{titleOfTemplate(store.textOf(`${pack}/${template}.schema.json`), template)}</h3>
          <ul className="said">
            {found.map((one) => (
              <li key={`${one.is} ${one.path.join('.')} ${one.facet ?? ''}`}>{differenceSentence(one)}</li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
