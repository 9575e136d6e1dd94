import type { DraftNode, OutlineBlock } from '@policyforms/core'
import { useEffect, useRef } from 'react'

interface SourceViewProps {
  readonly blocks: readonly OutlineBlock[]
  /** The guesses by the place that they come from. */
  readonly guesses: ReadonlyMap<string, DraftNode>
  /** Where something stands of which nothing was made. */
  readonly unread: ReadonlySet<string>
  readonly place: string
  readonly onPlace: (place: string) => void
}

const sure = { high: '有把握', medium: '大概如此', low: '拿不准' } as const

/** The file as it was read; every piece that became something is marked, and leads to what it became. */
export function SourceView({ blocks, guesses, unread, place, onPlace }: SourceViewProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [place])
  const piece = (at: string, text: string) => {
    const guess = guesses.get(at)
    if (unread.has(at))
      return (
        <mark className="unread" aria-current={at === place ? 'true' : undefined} title="没有读成">
          {text}
        </mark>
      )
    if (!guess || text.trim() === '') return text
    return (
      <button
        type="button"
        className="piece"
        data-confidence={guess.evidence.confidence}
        aria-current={at === place ? 'true' : undefined}
        title={`${sure[guess.evidence.confidence]}：${guess.evidence.why}`}
        onClick={() => onPlace(at)}
      >
        {text}
      </button>
    )
  }
  return (
    <div ref={list} className="source">
      {blocks.map((block) =>
        block.is === 'paragraph' ? (
          <p key={block.place} data-level={block.level} aria-current={block.place === place ? 'true' : undefined}>
            {piece(block.place, block.text)}
          </p>
        ) : (
          <table key={block.place} aria-current={block.place === place ? 'true' : undefined}>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row[0]?.place}>
                  {row.map((cell) => (
                    <td key={cell.place} colSpan={cell.span}>
                      {!cell.isContinued && piece(cell.place, cell.text)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ),
      )}
    </div>
  )
}
