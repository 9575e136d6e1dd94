import type { PackListing, Template, TemplateListing } from '@policyforms/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { Skeleton } from '../../parts/page-states.tsx'
import { useFixed } from '../../server/use-loaded.ts'

interface PackTemplatesProps {
  readonly pack: PackListing
  /** The template that a draft is being made from. */
  readonly starting: string | undefined
  readonly onStart: (template: string) => void
}

const faultsPath = (pack: PackListing) => `/packs/${pack.id}/faults`

export function PackTemplates({ pack, starting, onStart }: PackTemplatesProps) {
  return (
    <section className="pack" id={pack.id} aria-labelledby={`${pack.id}-name`}>
      <div className="pack-head">
        <h2 id={`${pack.id}-name`}>{pack.name}</h2>
        {pack.faults > 0 && pack.templates.length > 0 && (
          <Link href={faultsPath(pack)}>模板检查有 {pack.faults} 处提示</Link>
        )}
      </div>
      {pack.templates.length === 0 && (
        <p className="notice" data-tone="error">
          <span className="sign">暂时不能使用</span>
          <span>
            这个地区的模板文件有错误，改好后就能填写。
            <Link href={faultsPath(pack)}>看看是什么问题，怎样改</Link>
          </span>
        </p>
      )}
      <ul className="templates">
        {pack.templates.map((template) => (
          <TemplateEntry key={template.id} template={template} starting={starting} onStart={onStart} />
        ))}
      </ul>
    </section>
  )
}

function TemplateEntry({
  template,
  starting,
  onStart,
}: Omit<PackTemplatesProps, 'pack'> & { readonly template: TemplateListing }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="template">
      <div className="template-row">
        <div>
          <h3>{template.title}</h3>
          {template.description && <p className="secondary">{template.description}</p>}
        </div>
        <button
          type="button"
          className="button start"
          disabled={starting !== undefined}
          onClick={() => onStart(template.id)}
        >
          {starting === template.id ? '正在新建…' : '开始填写'}
          <span className="unseen">{template.title}</span>
        </button>
      </div>
      <div className="template-more">
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>包含哪些部分</summary>
          {isOpen && <Parts id={template.id} />}
        </details>
        <span>
          空白表：
          <a href={`/api/templates/${template.id}/blank.docx`} download>
            Word
          </a>
          <a href={`/api/templates/${template.id}/blank.xlsx`} download>
            Excel
          </a>
        </span>
        <span className="secondary">{template.version} 版</span>
      </div>
    </li>
  )
}

function Parts({ id }: { readonly id: string }) {
  const { value, trouble } = useFixed<Template>(`/api/templates/${id}`)
  if (trouble && !value) return <p className="error-words">{trouble.message}</p>
  if (!value) return <Skeleton rows={4} />
  return (
    <ol className="parts">
      {value.sections.map((section) => (
        <li key={section.key}>
          {section.number}
          {section.title}
        </li>
      ))}
    </ol>
  )
}
