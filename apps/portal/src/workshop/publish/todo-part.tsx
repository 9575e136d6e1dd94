import type { BreakingChange, Publishing } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { withoutEchoes } from '../model/fault-files.ts'
import { faultWords } from '../model/fault-words.ts'
import { titleOfTemplate } from '../model/template-title.ts'
import { packDialect } from '../pack/pack-dialect.ts'
import { useGoToFault } from '../shell/use-go-to-fault.ts'
import { useWorkbench } from '../workbench-context.ts'
import type { Act } from './publish.tsx'
import { nextNumber, type Remedy, remediesFor } from './remedies.ts'

const whyWords: Readonly<Record<BreakingChange['why'], (change: BreakingChange) => string>> = {
  gone: ({ title }) => `“${title}”不在了，旧稿里填的内容会丢。它现在是哪一项？`,
  kind: ({ title, before, after }) => `“${title}”由${before}改成了${after}，旧稿里的内容怎么办？`,
  unit: ({ title, before, after }) =>
    `“${title}”的单位由${before ?? '没有'}改成了${after ?? '没有'}，旧稿里的数怎么换算？`,
  option: ({ title, before }) => `“${title}”的“${before}”不在了，旧稿里可能选过、填过。`,
}

interface TodoPartProps {
  readonly publishing: Publishing
  readonly todos: number
  readonly act: Act
}

/** What has to be settled before anybody can publish, each with its answers as buttons. */
export function TodoPart({ publishing, todos, act }: TodoPartProps) {
  const { store } = useWorkbench()
  const { issues, breaking, sameNumber, folder } = publishing
  const go = useGoToFault()
  const { pack } = store.copy
  const fileOf = (template: string) => `${pack}/${template}.schema.json`
  const apply = (path: string, remedy: Remedy) => store.write(path, remedy.apply(store.textOf(path)), remedy.label)
  if (todos === 0)
    return (
      <section className="publish-part">
        <h2>发布前要处理的</h2>
        <p className="passed">没有要处理的。</p>
      </section>
    )
  const errors = issues.filter(({ severity }) => severity === 'error')
  return (
    <section className="publish-part">
      <h2>
        发布前要处理的 <span className="count">{todos} 处</span>
      </h2>
      <ul className="todos">
        {folder.length > 0 && (
          <li>
            <p>
              文件夹里的{folder.map((path) => `《${titleOfTemplate(store.textOf(path), path)}》`).join('、')}
              在别处改过。先把两边的改动合在一起，哪边的都不丢；只有同一处两边都改了的，以谁为准？
            </p>
            <div className="publish-actions">
              <button
                type="button"
                className="button"
                onClick={() => act('folder', { take: 'folder' }, '已并入，同一处以文件夹为准。')}
              >
                以文件夹为准
              </button>
              <button
                type="button"
                className="button"
                onClick={() => act('folder', { take: 'mine' }, '已并入，同一处以工作稿为准。')}
              >
                以工作稿为准
              </button>
            </div>
          </li>
        )}
        {withoutEchoes(errors).map((issue) => {
          const { what, where } = faultWords(issue, store.files, packDialect)
          return (
            <li key={`${issue.file} ${issue.at} ${issue.place} ${issue.code} ${JSON.stringify(issue.params)}`}>
              <p>
                <span className="sign error-words">错误</span> {what} <span className="secondary">{where}</span>
              </p>
              <div className="publish-actions">
                <button type="button" className="button" onClick={() => go(issue)}>
                  去改
                </button>
              </div>
            </li>
          )
        })}
        {breaking.flatMap(({ template, changes }) =>
          changes.map((change) => (
            <li key={`${template} ${change.why} ${change.path}`}>
              <p>{whyWords[change.why](change)}</p>
              <div className="publish-actions">
                {remediesFor(change, store.textOf(fileOf(template)), store.takenText(fileOf(template))).map(
                  (remedy) => (
                    <button
                      key={remedy.label}
                      type="button"
                      className="button"
                      onClick={() => apply(fileOf(template), remedy)}
                    >
                      {remedy.label}
                    </button>
                  ),
                )}
              </div>
            </li>
          )),
        )}
        {sameNumber.map(({ template, title, version }) => (
          <li key={template}>
            <p>
              《{title}》改过了，版本号还是 {version}。
            </p>
            <div className="publish-actions">
              <button
                type="button"
                className="button"
                onClick={() =>
                  apply(fileOf(template), {
                    label: `升为 ${nextNumber(version)}`,
                    apply: (text) => setValue(text, ['x-version'], nextNumber(version)),
                  })
                }
              >
                升为 {nextNumber(version)}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
