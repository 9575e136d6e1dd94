import type { OutlineReading, PackListing } from '@policyforms/core'
import { useId, useState } from 'react'
import { call } from '../../server/call.ts'
import { useLoaded } from '../../server/use-loaded.ts'

export type Beginning =
  | { readonly is: 'outline'; readonly reading: OutlineReading }
  | { readonly is: 'neighbour'; readonly from: string }
  | { readonly is: 'empty' }

interface ChooseSourceProps {
  readonly of: 'pack' | 'template'
  readonly onChosen: (beginning: Beginning) => void
}

/** What each may begin from besides: all of a neighbour's, or one of somebody's. */
const words = {
  pack: { from: '从邻近的地区', about: '复制一个地区的全部模板，再改成自己的。', label: '地区' },
  template: { from: '从现成的材料', about: '复制哪个地区的一份材料，再改成自己的。', label: '材料' },
} as const

/** From what a pack or a template begins: a Word attachment, a text, a neighbour's, or nothing. */
export function ChooseSource({ of, onChosen }: ChooseSourceProps) {
  const { value: packs } = useLoaded<readonly PackListing[]>('/api/packs')
  const [text, setText] = useState('')
  const [from, setFrom] = useState('')
  const [isReading, setReading] = useState(false)
  const [trouble, setTrouble] = useState('')
  const id = useId()
  const read = async (ask: () => Promise<OutlineReading>) => {
    setReading(true)
    setTrouble('')
    try {
      onChosen({ is: 'outline', reading: await ask() })
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
    setReading(false)
  }
  const readFile = (file: File) =>
    read(() => {
      const form = new FormData()
      form.append('file', file)
      return call<OutlineReading>('POST', '/api/workshop/outline', form)
    })
  return (
    <div className="beginnings">
      {trouble && (
        <p className="notice" data-tone="error" role="alert">
          <span className="sign">读不了</span>
          <span>{trouble}</span>
        </p>
      )}
      <section>
        <h2>从现成的 Word 或提纲</h2>
        <p className="secondary">
          读出标题、表格、字数限制、单位、选项和签章，成为一张可以填的表。拿不准的会列出来请您定。
        </p>
        <label className="button primary">
          {isReading ? '正在读' : '选择文件（.docx 或 .txt）'}
          <input
            type="file"
            className="unseen"
            accept=".docx,.txt,.md"
            disabled={isReading}
            onChange={({ target }) => {
              const file = target.files?.[0]
              target.value = ''
              if (file) void readFile(file)
            }}
          />
        </label>
        <div className="property">
          <label htmlFor={`${id}-text`}>或者把提纲粘贴在这里</label>
          <textarea id={`${id}-text`} rows={8} value={text} onChange={({ target }) => setText(target.value)} />
        </div>
        <button
          type="button"
          className="button"
          disabled={text.trim() === '' || isReading}
          onClick={() => read(() => call<OutlineReading>('POST', '/api/workshop/outline/text', { text }))}
        >
          读提纲
        </button>
      </section>
      <section>
        <h2>{words[of].from}</h2>
        <p className="secondary">{words[of].about}</p>
        <div className="property">
          <label htmlFor={`${id}-from`}>{words[of].label}</label>
          <select id={`${id}-from`} value={from} onChange={({ target }) => setFrom(target.value)}>
            <option value="">请选择</option>
            {packs?.map((pack) =>
              of === 'pack' ? (
                <option key={pack.id} value={pack.id}>
                  {pack.name}（{pack.templates.length} 个模板）
                </option>
              ) : (
                <optgroup key={pack.id} label={pack.name}>
                  {pack.templates.map((template) => (
                    <option key={template.id} value={template.id}>
                      {template.title}
                    </option>
                  ))}
                </optgroup>
              ),
            )}
          </select>
        </div>
        <button
          type="button"
          className="button"
          disabled={from === ''}
          onClick={() => onChosen({ is: 'neighbour', from })}
        >
          从它开始
        </button>
      </section>
      <section>
        <h2>从空白</h2>
        <p className="secondary">先给一张小样板，有封面、基本信息、一段文字和一张表，照着改。</p>
        <button type="button" className="button" onClick={() => onChosen({ is: 'empty' })}>
          从空白开始
        </button>
      </section>
    </div>
  )
}
