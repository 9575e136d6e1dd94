import type { CarryNote, DraftCarry, NamedNote } from '@policyforms/core'
import { Link } from 'wouter'

const noteWords: Readonly<Record<CarryNote['what'], string>> = {
  lost: '没有地方放',
  unfit: '要改',
  converted: '换了写法',
  moved: '挪了地方',
}
const inOrder = ['lost', 'unfit', 'converted', 'moved'] as const

const isSerious = ({ what }: NamedNote) => what === 'lost' || what === 'unfit'
const sum = (counts: DraftCarry['counts']) => inOrder.reduce((so, what) => so + counts[what], 0)

const longest = 60
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}……` : text)

const inWords = ({ label, labelNow, before, after }: NamedNote): string =>
  [
    `${label}：${short(before)}`,
    after !== undefined && after !== before ? ` → ${short(after)}` : '',
    labelNow !== undefined && labelNow !== label ? `（现在是${labelNow}）` : '',
  ].join('')

interface DraftPartProps {
  readonly drafts: readonly DraftCarry[]
  /** Nothing is tried while the templates have errors. */
  readonly isTried: boolean
}

/** What would become of each draft, tried without changing anything. */
export function DraftPart({ drafts, isTried }: DraftPartProps) {
  const attention = drafts.filter(({ counts }) => counts.lost + counts.unfit > 0).length
  return (
    <section className="publish-part">
      <h2>旧稿换到新版会怎样 {drafts.length > 0 && <span className="count">{drafts.length} 份</span>}</h2>
      {drafts.length === 0 ? (
        <p className="secondary">{isTried ? '没有人在填旧版。' : '模板还有错误，改好以后才能试算。'}</p>
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
                    <li key={`${note.from} ${note.to ?? ''}`} data-severity={isSerious(note) ? 'warning' : undefined}>
                      <span className="sign">{noteWords[note.what]}</span> {inWords(note)}
                    </li>
                  ))}
                  {sum(counts) > notes.length && <li className="secondary">还有 {sum(counts) - notes.length} 处。</li>}
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
