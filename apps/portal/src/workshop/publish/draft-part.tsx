import type { CarryNote, DraftCarry } from '@policyforms/core'
import { Link } from 'wouter'

const noteWords: Readonly<Record<CarryNote['what'], string>> = {
  lost: '没有地方放',
  unfit: '放过去了，但要改',
  converted: '换算了',
  moved: '挪了地方',
}
const inOrder = ['lost', 'unfit', 'converted', 'moved'] as const

/** What would become of each draft, tried without changing anything. */
export function DraftPart({ drafts }: { readonly drafts: readonly DraftCarry[] }) {
  const attention = drafts.filter(({ counts }) => counts.lost + counts.unfit > 0).length
  return (
    <section className="publish-part">
      <h2>
        旧稿换到新版会怎样 <span className="count">{drafts.length} 份</span>
      </h2>
      {drafts.length === 0 ? (
        <p className="secondary">没有正在填的旧稿，或模板还有错误，没有试算。</p>
      ) : (
        <p>
          {attention === 0 ? '都能完整带过去。' : `其中 ${attention} 份要人看一看。`}
          填写人打开旧稿时会看到“换到新版”，点了才换。
        </p>
      )}
      {drafts.length > 0 && (
        <ul className="carries">
          {drafts.map(({ id, title, counts, notes }) => (
            <li key={id}>
              <details>
                <summary>
                  {title}{' '}
                  <span className="secondary">
                    {inOrder
                      .flatMap((what) => (counts[what] > 0 ? [`${noteWords[what]} ${counts[what]} 处`] : []))
                      .join('，') || '原样带过去'}
                  </span>
                </summary>
                <ul className="said">
                  {notes.map((note) => (
                    <li key={`${note.from} ${note.to ?? ''}`}>
                      {noteWords[note.what]}：“{note.before}”
                      {note.after !== undefined && note.after !== note.before && ` → “${note.after}”`}{' '}
                      <code>{note.from}</code>
                      {note.to !== undefined && note.to !== note.from && (
                        <>
                          {' → '}
                          <code>{note.to}</code>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
                <Link href={`/drafts/${id}`}>打开这份旧稿</Link>
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
