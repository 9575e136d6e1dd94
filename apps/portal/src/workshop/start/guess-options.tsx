import type { DraftNode } from '@policyforms/core'
import { useState } from 'react'
import { lacksOptions, withOptions } from './draft-edits.ts'

interface GuessOptionsProps {
  readonly node: DraftNode
  readonly onChange: (how: (node: DraftNode) => DraftNode) => void
}

const linesOf = ({ options = [] }: DraftNode) => options.map(({ title }) => title).join('\n')

/** The options of a choice, one a line; asked for where there are none. */
export function GuessOptions({ node, onChange }: GuessOptionsProps) {
  const [typed, setTyped] = useState<string>()
  const isLacking = lacksOptions(node)
  const keep = () => {
    if (typed !== undefined && typed !== linesOf(node)) onChange((one) => withOptions(one, typed.split('\n')))
    setTyped(undefined)
  }
  return (
    <details className="guess-options" open={isLacking}>
      <summary>{isLacking ? '请写选项，至少两项' : `${node.options?.length ?? 0} 个选项`}</summary>
      <textarea
        aria-label={`“${node.title}”的选项，一行一项`}
        aria-invalid={isLacking}
        rows={Math.min(10, Math.max(3, (typed ?? linesOf(node)).split('\n').length + 1))}
        placeholder="一行一项，可以从 Excel 或 Word 里粘贴"
        value={typed ?? linesOf(node)}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
      />
    </details>
  )
}
