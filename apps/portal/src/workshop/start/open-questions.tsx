import { type Asked, type Reply, repliesTo } from './questions.ts'

interface OpenQuestionsProps {
  readonly asked: readonly Asked[]
  readonly onPlace: (place: string) => void
  readonly onReply: (asked: Asked, reply: Reply) => void
}

/** What only the author can say: each goes when it is answered. */
export function OpenQuestions({ asked, onPlace, onReply }: OpenQuestionsProps) {
  if (asked.length === 0) return null
  return (
    <details className="open-questions" open>
      <summary>要请您定的 {asked.length} 个问题</summary>
      <ol>
        {asked.map((one) => (
          <li key={`${one.place} ${one.text} ${one.question}`}>
            <p>
              <button type="button" className="link" onClick={() => onPlace(one.place)}>
                {one.place}
              </button>
              {one.text && `“${one.text}”`}：{one.question}
            </p>
            <span className="replies">
              {repliesTo(one).map((reply) => (
                <button
                  key={reply.title}
                  type="button"
                  className="button"
                  aria-label={`${one.text || one.place}：${reply.title}`}
                  onClick={() => onReply(one, reply)}
                >
                  {reply.title}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
