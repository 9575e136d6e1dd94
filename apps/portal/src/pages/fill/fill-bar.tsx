import type { Draft, Template } from '@policyforms/core'
import { Link } from 'wouter'
import type { KeeperState } from '../../draft/keeper.ts'
import { Menu } from '../../parts/menu.tsx'
import { toastTrouble } from '../../parts/toasts.tsx'
import { download } from '../../server/download.ts'
import { sheetPath, wordPath } from '../../server/drafts.ts'
import { SavingWords } from './saving-words.tsx'

export type Panel = 'missing' | 'preview' | 'import' | 'history' | 'carry' | 'submit'

interface FillBarProps {
  readonly draft: Draft
  readonly title: string
  readonly template: Template
  readonly state: KeeperState | undefined
  readonly onOpen: (panel: Panel) => void
  readonly saveNow: () => Promise<boolean>
}

/** What it is, whose, whether it is safe, and what one can do with it. */
export function FillBar({ draft, title, template, state, onOpen, saveNow }: FillBarProps) {
  const get = (path: string, name: string) =>
    void saveNow()
      .then(() => download(path, name))
      .catch(toastTrouble)
  return (
    <div className="fill-bar">
      <div className="fill-name">
        <p className="secondary">
          <Link href="/">我的材料</Link> / {template.pack.name}
        </p>
        <h1>{template.title}</h1>
        <p className="secondary">
          {title !== template.title && <span>{title}</span>}
          <SavingWords state={state} />
        </p>
      </div>
      <div className="fill-actions">
        <button type="button" className="button" onClick={() => onOpen('missing')}>
          检查缺漏
        </button>
        <button type="button" className="button" onClick={() => onOpen('preview')}>
          预览 Word
        </button>
        <Menu label="更多">
          <button type="button" className="button" onClick={() => get(wordPath(draft.id), `${title}.docx`)}>
            下载 Word
          </button>
          <button type="button" className="button" onClick={() => get(sheetPath(draft.id), `${title}.xlsx`)}>
            下载 Excel
          </button>
          <button type="button" className="button" onClick={() => onOpen('import')}>
            导入 Excel 或 Word
          </button>
          <button type="button" className="button" onClick={() => onOpen('history')}>
            历史
          </button>
        </Menu>
        <button type="button" className="button primary" onClick={() => onOpen('submit')}>
          提交
        </button>
      </div>
    </div>
  )
}
