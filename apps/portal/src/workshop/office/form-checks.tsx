import { type FilledPlace, type FormCheck, type Issue, sentence } from '@policyforms/core'
import { Link } from 'wouter'
import { namesIn } from '../model/examples.ts'
import { titleOfTemplate } from '../model/template-title.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { nodeOfField } from './form-files.ts'

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

const isError = ({ severity }: Issue) => severity === 'error'

const summaryOf = ({ places, issues }: FormCheck): string => {
  const missing = issues.filter(({ code }) => code === 'form-field-missing').length
  const wrong = issues.length - missing
  return [
    `${places.length} 处位置对上了`,
    ...(wrong > 0 ? [`${wrong} 处对不上`] : []),
    ...(missing > 0 ? [`${missing} 项没有位置`] : []),
    ...(issues.length === 0 ? ['没有遗漏'] : []),
  ].join('，')
}

const most = 200

function Found({ check: { places, issues }, template }: { readonly check: FormCheck; readonly template: string }) {
  const missing = issues.filter(({ code }) => code === 'form-field-missing')
  const wrong = issues.filter(({ code }) => code !== 'form-field-missing')
  return (
    <>
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
          <Places places={places} template={template} />
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

function Places({ places, template }: { readonly places: readonly FilledPlace[]; readonly template: string }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">在 Word 里</th>
          <th scope="col">写的是</th>
          <th scope="col">填的是</th>
        </tr>
      </thead>
      <tbody>
        {places.slice(0, most).map(({ where, written, title, path }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field may be written twice in one paragraph
          <tr key={i}>
            <td>{where}</td>
            <td>
              <code>{written}</code>
            </td>
            <td>
              {path === undefined ? (
                title
              ) : (
                <FieldLink template={template} path={path}>
                  {title}
                </FieldLink>
              )}
            </td>
          </tr>
        ))}
        {places.length > most && (
          <tr>
            <td colSpan={3}>还有 {places.length - most} 处。</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

interface FieldLinkProps {
  readonly template: string
  readonly path: string
  readonly children: string
}

/** To the field, where it is built. */
function FieldLink({ template, path, children }: FieldLinkProps) {
  const { store, select } = useWorkbench()
  const go = () => {
    const id = nodeOfField(store.textOf(template), path)
    store.show(template)
    select(id === undefined ? [] : [id])
  }
  return (
    <Link href={`/workshop/${store.copy.pack}/build`} onClick={go}>
      {children}
    </Link>
  )
}
