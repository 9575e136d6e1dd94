import { isObject, type Json } from '@policyforms/core'
import { changeValue } from '@policyforms/core/editing'
import { useState } from 'react'
import { Link } from 'wouter'
import { FileInHand } from '../build/names.ts'
import { PropertyForm } from '../build/property-form.tsx'
import { faultWords } from '../model/fault-words.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { withNamesFollowed } from './follow-keys.ts'
import { NewFileDialog } from './new-file-dialog.tsx'
import { keywordsOfFile, packDialect } from './pack-dialect.ts'
import type { PackFile } from './pack-files.ts'

interface FilePanelProps {
  readonly file: PackFile
  /** A file was made from this one. */
  readonly onMade: (path: string) => void
}

/** One file of the pack: what is wrong with it, and what it says as a form. */
export function FilePanel({ file, onMade }: FilePanelProps) {
  const { store } = useWorkbench()
  const result = useWorking((state) => state.result)
  const files = useWorking((state) => state.history.now)
  const faults = result?.issues.filter((issue) => issue.file === file.path) ?? []
  const remove = () => store.write(file.path, null, `删除${file.title}`)
  return (
    <section className="pack-panel node-panel" aria-label={file.title}>
      <div className="node-head">
        <h2>{file.title}</h2>
        {file.kind !== 'jurisdiction' && (
          <button type="button" className="button" onClick={remove}>
            删除
          </button>
        )}
      </div>
      <p className="help">
        文件 <code>{file.path}</code>
      </p>
      {faults.length > 0 && (
        <ul className="node-faults" aria-label="这个文件的问题">
          {faults.slice(0, mostFaults).map((issue) => {
            const { what, where } = faultWords(issue, files, packDialect)
            return (
              <li key={`${issue.code} ${issue.at} ${JSON.stringify(issue.params)}`} data-severity={issue.severity}>
                <span className="sign">{issue.severity === 'error' ? '错误' : '提醒'}</span> {what}{' '}
                <span className="secondary">{where}</span>
              </li>
            )
          })}
          {faults.length > mostFaults && <li>还有 {faults.length - mostFaults} 处。</li>}
        </ul>
      )}
      {file.kind === 'template' ? <TemplateCard file={file} onMade={onMade} /> : <FileForm file={file} />}
    </section>
  )
}

const mostFaults = 20

/** Whatever the meta-schema of the file admits, as a form. */
function FileForm({ file }: { readonly file: PackFile }) {
  const { store } = useWorkbench()
  const text = useWorking((state) => state.history.now.get(file.path) ?? '')
  const value = parsed(text)
  if (!isObject(value))
    return (
      <p className="notice" data-tone="error">
        JSON 写错了，请在右边按提示改正。
      </p>
    )
  const change = (keyword: string, next: Json | undefined, label: string) => {
    const whole = withNamesFollowed(value, keyword, next)
    store.write(file.path, changeValue(text, [], whole), `改${file.title}的${label}`)
  }
  return (
    <FileInHand value={file.path}>
      <PropertyForm of={packDialect} keywords={keywordsOfFile(file.kind)} node={value} onChange={change} />
    </FileInHand>
  )
}

/** A template is built elsewhere; here it is copied, taken away, or gone to. */
function TemplateCard({ file, onMade }: FilePanelProps) {
  const { store } = useWorkbench()
  const [isCopying, setCopying] = useState(false)
  const go = () => store.show(file.path)
  return (
    <>
      <p className="actions">
        {(
          [
            ['build', '搭建'],
            ['rules', '规则'],
            ['try', '试填'],
          ] as const
        ).map(([tab, label]) => (
          <Link key={tab} className="button" href={`/workshop/${store.copy.pack}/${tab}`} onClick={go}>
            {label}
          </Link>
        ))}
        <button type="button" className="button" onClick={() => setCopying(true)}>
          复制一份
        </button>
      </p>
      <p className="help">删除后，已经在填的材料仍按发布过的版本保留；发布时会列出受影响的草稿。</p>
      {isCopying && (
        <NewFileDialog
          from={file.path}
          onClose={() => setCopying(false)}
          onMade={(path) => {
            setCopying(false)
            onMade(path)
          }}
        />
      )}
    </>
  )
}
