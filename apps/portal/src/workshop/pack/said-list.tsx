import { useState } from 'react'
import { saidOf, takeNote } from './said.ts'

/** What was said when the pack was made, until it is taken note of. */
export function SaidList({ pack }: { readonly pack: string }) {
  const [said, setSaid] = useState(() => saidOf(pack))
  if (said.length === 0) return null
  return (
    <section className="said">
      <h2>新建以后还要看的</h2>
      <ul>
        {said.map((text) => (
          <li key={text}>
            <p>{text}</p>
            <button
              type="button"
              className="link"
              aria-label={`知道了：${text}`}
              onClick={() => {
                takeNote(pack, text)
                setSaid(saidOf(pack))
              }}
            >
              知道了
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
