import { type FormCheck, type Issue, sentence } from '@policyforms/core'
import { namesIn } from '../model/examples.ts'
import { titleOfTemplate } from '../model/template-title.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { FieldLink } from './field-link.tsx'
import { FormPlaces } from './form-places.tsx'
import { HowToWrite } from './how-to-write.tsx'

interface FormChecksProps {
  readonly path: string
  /** A template that is printed by it, as a path. */
  readonly template: string
  readonly isOnly: boolean
}

/** A Word file and a template held against each other both ways, as the server has found them. */
export function FormChecks({ path, template, isOnly }: FormChecksProps) {
  const { store } = useWorkbench()
  const forms = useWorking((state) => state.forms)
  const result = useWorking((state) => state.result)
  const { template: id } = namesIn(template)
  const found = forms.checks.find((one) => one.template === id && one.file === path)
  const isBroken = result !== undefined && !Object.hasOwn(result.templates, id)
  const title = titleOfTemplate(store.textOf(template), template)
  return (
    <section className="form-checks" aria-label={`与《${title}》核对`} aria-busy={forms.isChecking}>
      <h3>{isOnly ? '核对' : `与《${title}》核对`}</h3>
      <p role="status" className={found && found.issues.length === 0 && !forms.isChecking ? 'passed' : 'secondary'}>
        {isBroken
          ? `《${title}》现在有错误，改好以后再核对。`
          : forms.trouble !== ''
            ? `没有核对成：${forms.trouble}`
            : forms.isChecking || !found
              ? '正在核对'
              : summaryOf(found)}
      </p>
      {found && !isBroken && <Found check={found} template={template} />}
    </section>
  )
}

/** What stands beside a place, on either side; anything else is wrong with the file as a whole. */
const ofPlaces: readonly string[] = ['form-place-unknown', 'form-option-unknown', 'form-field-missing']
const refusalIn = ({ issues }: FormCheck): Issue | undefined => issues.find(({ code }) => !ofPlaces.includes(code))

const isError = ({ severity }: Issue) => severity === 'error'

const summaryOf = (check: FormCheck): string => {
  const { places, issues } = check
  if (refusalIn(check)) return '这个文件不能用'
  const missing = issues.filter(({ code }) => code === 'form-field-missing').length
  const wrong = issues.length - missing
  return [
    `${places.length} 处位置对上了`,
    ...(wrong > 0 ? [`${wrong} 处对不上`] : []),
    ...(missing > 0 ? [`${missing} 项没有位置`] : []),
    ...(issues.length === 0 ? ['没有遗漏'] : []),
  ].join('，')
}

/** More than anybody reads before mending the first. */
const most = 200

function Found({ check, template }: { readonly check: FormCheck; readonly template: string }) {
  const { places, issues } = check
  const refusal = refusalIn(check)
  if (refusal)
    return (
      <p className="notice" data-tone="error">
        <span className="sign">错误</span>
        <span>{sentence(refusal)}。改好再点上面的“换一份”。现在导出的是系统的版式。</span>
      </p>
    )
  const missing = issues.filter(({ code }) => code === 'form-field-missing')
  const wrong = issues.filter(({ code }) => code !== 'form-field-missing')
  return (
    <>
      {places.length === 0 && wrong.length === 0 && (
        <p className="notice" data-tone="warning">
          <span className="sign">没有写位置</span>
          <span>
            印出来的会是空表。在 Word 里要填的地方写上 <code>{'{{字段名称}}'}</code>，<HowToWrite />。
          </span>
        </p>
      )}
      {wrong.length > 0 && (
        <>
          <h4>没有字段来填的位置</h4>
          {wrong.some(isError) && (
            <p className="help">在 Word 里改好这些地方，再点上面的“换一份”；或者改字段的名称。</p>
          )}
          <IssueList issues={wrong} template={template} label="没有字段来填的位置" />
        </>
      )}
      {missing.length > 0 && (
        <>
          <h4>没有位置的字段</h4>
          <p className="help">有意不印的可以不管；要印，就在 Word 里写上。</p>
          <IssueList issues={missing} template={template} label="没有位置的字段" />
        </>
      )}
      {places.length > 0 && (
        <details className="form-places" open={issues.length === 0}>
          <summary>对上的 {places.length} 处</summary>
          <FormPlaces places={places} template={template} />
        </details>
      )}
    </>
  )
}

interface IssueListProps {
  readonly issues: readonly Issue[]
  readonly template: string
  readonly label: string
}

function IssueList({ issues, template, label }: IssueListProps) {
  return (
    <ul className="node-faults" aria-label={label}>
      {issues.slice(0, most).map((issue, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one place of a file may be wrong twice in the same words
        <li key={i} data-severity={issue.severity}>
          <span className="sign">{isError(issue) ? '错误' : '提醒'}</span> {issue.place && <b>{issue.place}</b>}{' '}
          {sentence(issue)}
          {typeof issue.params.path === 'string' && (
            <>
              {' '}
              <FieldLink template={template} path={issue.params.path}>
                看这一项
              </FieldLink>
            </>
          )}
        </li>
      ))}
      {issues.length > most && <li>还有 {issues.length - most} 处，改完前面的再看。</li>}
    </ul>
  )
}
