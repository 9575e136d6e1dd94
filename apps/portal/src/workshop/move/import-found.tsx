import { type ImportLook, sentence } from '@policyforms/core'
import type { ReactNode } from 'react'
import { SaidDifferences } from '../../parts/said-differences.tsx'
import { SignaturePart } from './signature-part.tsx'

interface ImportFoundProps {
  readonly look: ImportLook
  readonly remember: string
  readonly onRemember: (name: string) => void
  readonly naming: ReactNode
  readonly actions: ReactNode
}

const mostIssues = 50

const hereWords = ({ here, pack }: ImportLook): string => {
  if (!here) return `这里还没有 ${pack}。导入后是一份新的工作稿，发布以后填写人才看得到。`
  return here.is === 'copy'
    ? `这里已有 ${pack} 的工作稿（${here.savedBy} 改过）。导入会把它换成文件里的样子，可以撤销；发布以前，填写人看到的不变。`
    : `这里已有 ${pack}。导入后是它的一份工作稿；发布以前，填写人看到的还是现在的模板。`
}

/** What a pack from elsewhere is, from whom, what is wrong with it, and what it would change. */
export function ImportFound({ look, remember, onRemember, naming, actions }: ImportFoundProps) {
  const { name, original, templates, signature, issues, here, differences, files } = look
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const titles = Object.fromEntries(templates.map(({ id, title }) => [id.slice(id.indexOf('/') + 1), title]))
  return (
    <>
      <section className="publish-part">
        <h2>这是什么</h2>
        <p>
          <strong>{name}</strong> <code>{original}</code>，{templates.length} 个模板
        </p>
        <ul className="said">
          {templates.map(({ id, title, version }) => (
            <li key={id}>
              {title} <span className="secondary">{version} 版</span>
            </li>
          ))}
        </ul>
        {naming}
      </section>
      <SignaturePart signature={signature} remember={remember} onRemember={onRemember} />
      <section className="publish-part">
        <h2>
          检查 <span className="count">{issues.length} 处问题</span>
        </h2>
        {issues.length === 0 && <p className="passed">检查通过。</p>}
        {errors > 0 && <p>有 {errors} 处错误。可以先导入，改好以前不能发布；引用的公用部分和代码表要这里也有。</p>}
        <ul className="said">
          {issues.slice(0, mostIssues).map((issue) => (
            <li key={`${issue.file} ${issue.at} ${issue.code} ${JSON.stringify(issue.params)}`}>
              {issue.severity === 'error' ? '错误' : '提醒'}：{sentence(issue)}{' '}
              <span className="secondary">
                {issue.file} 第 {issue.line ?? 1} 行
              </span>
            </li>
          ))}
        </ul>
        {issues.length > mostIssues && (
          <p className="secondary">还有 {issues.length - mostIssues} 处，导入后在搭建页看。</p>
        )}
      </section>
      <section className="publish-part">
        <h2>与这里的相比 {here && <span className="count">{differences.length} 处</span>}</h2>
        <p>{hereWords(look)}</p>
        {here && (
          <p className="secondary">
            文件：新增 {files.new} 个，改动 {files.changed} 个，去掉 {files.gone} 个，相同 {files.same} 个。
          </p>
        )}
        {here && <SaidDifferences differences={differences} titleOf={(template) => titles[template] ?? template} />}
      </section>
      <div className="publish-actions moving-actions">{actions}</div>
    </>
  )
}
