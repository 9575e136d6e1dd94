import { type Answers, type Draft, type Issue, type SheetPreview, sentence, type Template } from '@policyforms/core'
import { useState } from 'react'
import { differencesOf } from '../../draft/differences.ts'
import { withoutComputed } from '../../draft/without-computed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DifferenceList } from '../../parts/difference-list.tsx'
import { IssueList } from '../../parts/issue-list.tsx'
import { isWord, keepMarkedSheet, readFilled, sheetPath, wordPath } from '../../server/drafts.ts'
import { CarriedList } from './carried-list.tsx'

interface ImportDialogProps {
  readonly draft: Draft
  readonly template: Template
  readonly current: Answers
  readonly onTake: (answers: Answers, said: string) => void
  readonly onClose: () => void
}

const isPlaced = (issue: Issue) => issue.sheet !== undefined || issue.place !== undefined

/** The file as a whole cannot be used. */
const isWhole = (issue: Issue) =>
  issue.severity === 'error' && !isPlaced(issue) && /^(workbook|document)-/.test(issue.code)

/** What concerns the file and not only the answers in it. */
const isOfFile = (issue: Issue) => isPlaced(issue) || /^(place|document)-/.test(issue.code)

/** A filled workbook or an edited Word file: what it would change and what is wrong in it, before anything is taken. */
export default function ImportDialog({ draft, template, current, onTake, onClose }: ImportDialogProps) {
  const [preview, setPreview] = useState<SheetPreview>()
  const [file, setFile] = useState<File>()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const read = (file: File) => {
    setBusy(true)
    setTrouble('')
    setPreview(undefined)
    setFile(file)
    readFilled(draft.id, file)
      .then(
        (found) => {
          const whole = found.issues.find(isWhole)
          if (whole) setTrouble(`${sentence(whole)}。`)
          else setPreview({ ...found, answers: withoutComputed(template, found.answers) })
        },
        (error: Error) => setTrouble(error.message),
      )
      .finally(() => setBusy(false))
  }
  const sections = preview ? differencesOf(template, current, preview.answers) : []
  const count = sections.reduce((sum, section) => sum + section.differences.length, 0)
  // What is missing is said when one checks the draft; here only what the file holds and could not be read.
  const wrong = preview?.issues.filter(isOfFile) ?? []
  const version = preview?.issues.find((issue) => issue.code === 'workbook-other-version')
  const name = file && isWord(file) ? 'Word' : 'Excel'
  const take = () => {
    if (!preview) return
    onTake(preview.answers, `已从 ${name} 放入 ${count} 处内容。`)
    onClose()
  }
  return (
    <Dialog
      wide
      title="导入 Excel 或 Word"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {preview ? '不导入' : '取消'}
          </button>
          {count > 0 && (
            <button type="button" className="button primary" onClick={take}>
              放入草稿（{count} 处）
            </button>
          )}
        </>
      }
    >
      <p>
        先下载
        <a href={sheetPath(draft.id)} download>
          这份材料的填报表
        </a>
        或
        <a href={wordPath(draft.id)} download>
          Word 文件
        </a>
        ，填好、改好后从这里导入。导入前会列出不同之处，确认后才放入草稿。
      </p>
      <label className="button file-picker">
        选择填好的文件（.xlsx 或 .docx）
        <input
          className="unseen"
          type="file"
          accept=".xlsx,.docx"
          disabled={isBusy}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) read(file)
            event.target.value = ''
          }}
        />
      </label>
      {isBusy && <p role="status">正在读取…</p>}
      {trouble && (
        <p className="notice" data-tone="error" role="alert">
          <span className="sign">没有读入</span>
          {trouble}草稿没有改动。
        </p>
      )}
      {wrong.length > 0 && (
        <section className="notice-block" data-tone="warning">
          <h3>文件里有 {wrong.length} 处需要留意</h3>
          <IssueList template={template} issues={wrong} />
          {file && !isWord(file) && (
            <p>
              <button
                type="button"
                className="button"
                onClick={() => void keepMarkedSheet(draft.id, file).catch((error: Error) => setTrouble(error.message))}
              >
                下载标出问题的填报表
              </button>
              <span className="secondary">原来的文件，有问题的格子标红并附批注，可以交给填表人修改。</span>
            </p>
          )}
        </section>
      )}
      {version && <p role="status">{sentence(version)}。</p>}
      {preview?.notes && <CarriedList template={template} notes={preview.notes} />}
      {preview && count === 0 && <p role="status">文件里的内容与草稿相同，没有需要放入的。</p>}
      {count > 0 && (
        <DifferenceList sections={sections} before="草稿现在" after={name === 'Word' ? 'Word 文件' : '填报表'} />
      )}
    </Dialog>
  )
}
