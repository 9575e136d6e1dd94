import { useId, useState } from 'react'

/** A field that has been filled in becomes two: what was filled in is taken apart at a sign. */
export function SplitField({ onSplit }: { readonly onSplit: (sign: string) => void }) {
  const [sign, setSign] = useState('，')
  const id = useId()
  return (
    <details className="more-properties">
      <summary>拆成两项</summary>
      <div className="property">
        <label htmlFor={id}>旧稿里填的内容按什么符号分开</label>
        <p className="help">前一段归这一项，后一段归新的一项；没有这个符号的，整段归这一项。</p>
        <input id={id} type="text" value={sign} onChange={({ target }) => setSign(target.value)} />
        <p className="actions">
          <button type="button" className="button" disabled={sign === ''} onClick={() => onSplit(sign)}>
            拆开
          </button>
        </p>
      </div>
    </details>
  )
}
