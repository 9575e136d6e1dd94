import type { OutlineReading, PolicyNamed } from '@policyforms/core'
import { useId, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { call } from '../../server/call.ts'
import { newPolicy, type PolicyFacts, policyPath } from './policy-edits.ts'
import { keepSource, sourceOf } from './use-source.ts'

interface ReadPolicyDialogProps {
  readonly pack: string
  /** Ids that are taken. */
  readonly taken: readonly string[]
  readonly onMade: (path: string, text: string) => void
  readonly onClose: () => void
}

type Facts = Required<PolicyFacts>
const labels: Readonly<Record<keyof Facts, string>> = {
  id: '编号（文件名）',
  title: '政策全称',
  number: '文号',
  issuer: '发文机关',
  date: '成文日期',
}
const helps: Readonly<Partial<Record<keyof Facts, string>>> = {
  id: '以小写英文字母开头，只用小写字母、数字和短横线，如 measures。',
  number: '如 内科发〔2020〕68号，没有就空着。',
  date: '如 2020-09-09，没有就空着。',
}

/** The text of a policy, pasted or from a file: the server cuts it by its numbering. */
export function ReadPolicyDialog({ pack, taken, onMade, onClose }: ReadPolicyDialogProps) {
  const id = useId()
  const [facts, setFacts] = useState<Facts>({ id: 'policy', title: '', number: '', issuer: '', date: '' })
  const [text, setText] = useState('')
  const [file, setFile] = useState<File>()
  const [trouble, setTrouble] = useState<string>()
  const [isMaking, setMaking] = useState(false)
  const [reading, setReading] = useState<Promise<OutlineReading>>()
  const problem = problemOf(facts, taken, file !== undefined || text.trim() !== '')
  // What the text says of itself need not be typed again; what has been typed stays.
  const look = (given: File | string) => {
    const found = readingOf(given)
    setReading(found)
    setTrouble(undefined)
    found.then(
      ({ policy }) => setFacts((typed) => withRead(typed, policy)),
      (error) => setTrouble(wordsOf(error)),
    )
    return found
  }
  const make = async () => {
    setMaking(true)
    try {
      const { clauses } = await (reading ?? look(file ?? text))
      if (clauses.length === 0) throw new Error('没有读到文字。请换一个文件，或者直接贴入文字。')
      await keepSource(pack, facts.id, sourceOf(clauses)).catch(() => undefined)
      onMade(policyPath(pack, facts.id), newPolicy(facts, clauses))
      onClose()
    } catch (error) {
      setTrouble(wordsOf(error))
      setMaking(false)
    }
  }
  return (
    <Dialog
      title="读入政策原文"
      wide
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button primary" disabled={problem !== undefined || isMaking} onClick={make}>
            {isMaking ? '正在读' : '读入并分条'}
          </button>
        </>
      }
    >
      <div className="read-policy">
        <div className="property read-policy-text">
          <div className="read-policy-file">
            <label className="button">
              选择文件（.docx、.doc 或 .txt）
              <input
                type="file"
                className="unseen"
                accept=".docx,.doc,.txt"
                onChange={({ target }) => {
                  const chosen = target.files?.[0]
                  if (!chosen) return
                  setFile(chosen)
                  look(chosen)
                }}
              />
            </label>
            {file && <span>{file.name}</span>}
          </div>
          <label htmlFor={`${id}-text`}>或者贴入原文</label>
          <textarea
            id={`${id}-text`}
            rows={10}
            disabled={file !== undefined}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              setReading(undefined)
            }}
            onPaste={({ clipboardData }) => {
              if (text === '') look(clipboardData.getData('text'))
            }}
            onBlur={() => {
              if (!reading && text.trim() !== '') look(text)
            }}
          />
        </div>
        {Object.entries(labels).map(([name, label]) => {
          const key = name as keyof Facts // the keys of the table are those of the facts
          return (
            <div className="property" key={key}>
              <label htmlFor={`${id}-${key}`}>{label}</label>
              <input
                id={`${id}-${key}`}
                type="text"
                value={facts[key]}
                aria-describedby={helps[key] ? `${id}-${key}-help` : undefined}
                onChange={({ target }) => setFacts({ ...facts, [key]: target.value.trim() })}
              />
              {helps[key] && (
                <p className="help" id={`${id}-${key}-help`}>
                  {helps[key]}
                </p>
              )}
            </div>
          )
        })}
        <p className="secondary read-policy-text">
          按“第一章、第一条、一、（一）、1.”这些编号分条。原文只留在这台电脑的浏览器里，方便对照；写进地区文件的是各条的编号、标题和要求。
        </p>
        <p className="read-policy-text" role="status">
          {trouble ? <span className="error-words">{trouble}</span> : problem}
        </p>
      </div>
    </Dialog>
  )
}

const withRead = (typed: Facts, read: PolicyNamed): Facts => ({
  ...typed,
  title: typed.title || (read.title ?? ''),
  number: typed.number || (read.number ?? ''),
  issuer: typed.issuer || (read.issuer ?? ''),
  date: typed.date || (read.date ?? ''),
})

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const readingOf = (given: File | string): Promise<OutlineReading> => {
  if (typeof given === 'string') return call<OutlineReading>('POST', '/api/workshop/outline/text', { text: given })
  const form = new FormData()
  form.append('file', given)
  return call<OutlineReading>('POST', '/api/workshop/outline', form)
}

const problemOf = ({ id, title, date }: Facts, taken: readonly string[], isGiven: boolean): string | undefined => {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return '编号以小写英文字母开头，只用小写字母、数字和短横线。'
  if (taken.includes(id)) return `已经有编号为 ${id} 的政策，请换一个编号。`
  if (title === '') return '请写政策全称。'
  if (date !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return '成文日期写成 2020-09-09 的样子。'
  return isGiven ? undefined : '请选一个文件，或者贴入原文。'
}
