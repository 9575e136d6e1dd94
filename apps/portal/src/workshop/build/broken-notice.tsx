import { type Issue, sentence } from '@policyforms/core'
import type { TextPosition } from './mount-json-editor.ts'

interface BrokenNoticeProps {
  /** Whether the outline still shows how it was when it was last whole. */
  readonly wasWhole: boolean
  readonly issues: readonly Issue[]
  readonly onGo: (position: TextPosition) => void
}

/** Says that the JSON does not parse, and where; it can be mended only there. */
export function BrokenNotice({ wasWhole, issues, onGo }: BrokenNoticeProps) {
  const fault = issues.find(({ code }) => code === 'json-syntax')
  const { line = 1, column = 1 } = fault ?? {}
  return (
    <div className="notice" data-tone="warning">
      <span className="sign">JSON 不完整</span>
      <span>
        {wasWhole ? '这里是上一次完整时的结构。' : '改好以后，这里才有结构。'}
        {fault && `第 ${line} 行第 ${column} 列，${sentence(fault)}。`}
      </span>
      <button type="button" className="button" onClick={() => onGo({ line, column })}>
        到 JSON 里改
      </button>
    </div>
  )
}
