import type { Issue, PackListing, Template, TemplateListing } from '@policyforms/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { PackPages } from '../../parts/pack-head.tsx'
import { Skeleton } from '../../parts/page-states.tsx'
import { useFixed, useLoaded } from '../../server/use-loaded.ts'

interface PackTemplatesProps {
  readonly pack: PackListing
  /** The template that a draft is being made from. */
  readonly starting: string | undefined
  readonly onStart: (template: string) => void
}

export function PackTemplates({ pack, starting, onStart }: PackTemplatesProps) {
  return (
    <section className="pack" id={pack.id} aria-labelledby={`${pack.id}-name`}>
      <div className="pack-head">
        <h2 id={`${pack.id}-name`}>{pack.name}</h2>
        <PackPages pack={pack.id} listing={pack} />
      </div>
      {pack.isChecking && <p className="secondary">正在检查这个地区的模板，稍后显示。</p>}
      {pack.faults > 0 && <PackFaults pack={pack} />}
      <ul className="templates">
        {pack.templates.map((template) => (
          <TemplateEntry key={template.id} template={template} starting={starting} onStart={onStart} />
        ))}
      </ul>
    </section>
  )
}

/** Errors keep templates from being offered, so they are said plainly; warnings concern only who writes the pack. */
function PackFaults({ pack }: { readonly pack: PackListing }) {
  const { value: faults } = useLoaded<readonly Issue[]>(`/api/packs/${pack.id}/faults`)
  if (!faults) return null
  const errors = faults.filter((fault) => fault.severity === 'error').length
  const path = `/packs/${pack.id}/faults`
  if (errors === 0)
    return (
      <p className="pack-hints">
        <Link href={path}>模板检查有 {faults.length} 处提示</Link>
      </p>
    )
  return (
    <p className="notice" data-tone="error">
      <span className="sign">暂时不能用</span>
      <span>
        {pack.templates.length === 0 ? '这个地区的模板' : '这个地区的一部分模板'}有 {errors} 处错误，改好后就能填写。
        <Link href={path}>看看是什么问题，怎样改</Link>
      </span>
    </p>
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
        <span>
          对接数据：
          <a href={`/api/templates/${template.id}/schema.json`} title="填写内容的格式，供其他系统校验">
            JSON Schema
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
