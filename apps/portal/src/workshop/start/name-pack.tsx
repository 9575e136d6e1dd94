import type { NewCopy, NewCopyOf } from '@policyforms/core'
import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import { toast } from '../../parts/toasts.tsx'
import { call } from '../../server/call.ts'

/** What the pack is called; then it is made, and opens. */
export function NamePack({ beginning }: { readonly beginning: Omit<NewCopyOf, 'id' | 'name'> }) {
  const [name, setName] = useState('')
  const [folder, setFolder] = useState('')
  const [trouble, setTrouble] = useState('')
  const [isMaking, setMaking] = useState(false)
  const [, go] = useLocation()
  const id = useId()
  const isRight = /^[a-z][a-z0-9-]*$/.test(folder)
  const make = async () => {
    setMaking(true)
    setTrouble('')
    try {
      const wanted: NewCopyOf = { id: folder, name: name.trim(), ...beginning }
      const { said } = await call<NewCopy>('POST', '/api/workshop/new', wanted)
      for (const text of said) toast({ text })
      go(`/workshop/${folder}/build`)
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
      setMaking(false)
    }
  }
  return (
    <form
      className="name-pack"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <div className="property">
        <label htmlFor={`${id}-name`}>地区的全称</label>
        <input
          id={`${id}-name`}
          type="text"
          maxLength={40}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <div className="property">
        <label htmlFor={`${id}-folder`}>文件夹名</label>
        <input
          id={`${id}-folder`}
          type="text"
          maxLength={60}
          value={folder}
          aria-invalid={folder !== '' && !isRight}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setFolder(target.value.trim())}
        />
        <p className={folder === '' || isRight ? 'help' : 'error-words'} id={`${id}-help`}>
          用英文小写、数字和短横线，如 north-province。以后不改。
        </p>
      </div>
      {trouble && (
        <p className="error-words" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" className="button primary" disabled={!isRight || name.trim() === '' || isMaking}>
        {isMaking ? '正在新建' : '新建'}
      </button>
    </form>
  )
}
