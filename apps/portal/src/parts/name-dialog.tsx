import { useId, useState } from 'react'
import { call } from '../server/call.ts'
import { Dialog } from './dialog.tsx'

interface NameDialogProps {
  readonly name: string
  readonly onClose: () => void
  readonly onNamed: () => void
}

/** Asks what one is called, so that who asked for a review and who gives it can be told apart. */
export default function NameDialog({ name, onClose, onNamed }: NameDialogProps) {
  const [typed, setTyped] = useState(name)
  const [trouble, setTrouble] = useState('')
  const id = useId()
  const send = async () => {
    try {
      await call('POST', '/api/session', { name: typed })
      onNamed()
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Dialog
      title="您怎么称呼"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button primary" disabled={typed.trim() === ''} onClick={send}>
            就用这个名字
          </button>
        </>
      }
    >
      <form
        className="name-field"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '') void send()
        }}
      >
        <label htmlFor={id}>姓名</label>
        <input id={id} type="text" maxLength={20} value={typed} onChange={({ target }) => setTyped(target.value)} />
        <p className="secondary">送审和发布要由两个人做，凭这个名字区分。本机不验证身份。</p>
        {trouble && (
          <p className="error-words" role="alert">
            {trouble}
          </p>
        )}
      </form>
    </Dialog>
  )
}
