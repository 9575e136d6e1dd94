import type { NewCopy, NewCopyOf } from '@policyforms/core'
import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import { toast } from '../../parts/toasts.tsx'
import { call } from '../../server/call.ts'
import { keepSaid } from '../pack/said.ts'
import { FileNameField, isFileName } from './file-name-field.tsx'

/** What the pack is called; then it is made, and opens. */
export function NamePack({ beginning }: { readonly beginning: Omit<NewCopyOf, 'id' | 'name'> }) {
  const [name, setName] = useState('')
  const [folder, setFolder] = useState('')
  const [code, setCode] = useState('')
  const [trouble, setTrouble] = useState('')
  const [isMaking, setMaking] = useState(false)
  const [, go] = useLocation()
  const id = useId()
  const isCode = code === '' || /^\d{6}$/.test(code)
  const isRight = isFileName(folder) && isCode
  const make = async () => {
    setMaking(true)
    setTrouble('')
    try {
      const wanted: NewCopyOf = { id: folder, name: name.trim(), ...(code && { code }), ...beginning }
      const { said } = await call<NewCopy>('POST', '/api/workshop/new', wanted)
      keepSaid(folder, said)
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
        <label htmlFor={`${id}-code`}>行政区划代码</label>
        <input
          id={`${id}-code`}
          type="text"
          inputMode="numeric"
          maxLength={6}
          value={code}
          aria-invalid={!isCode}
          aria-describedby={`${id}-code-help`}
          onChange={({ target }) => setCode(target.value.normalize('NFKC').trim())}
        />
        <p className={isCode ? 'help' : 'error-words'} id={`${id}-code-help`}>
          六位数字，如 530000。空着就按全称去查，查不到的以后在“资料”里填。
        </p>
      </div>
      <FileNameField label="文件夹名" example="north-province" value={folder} onChange={setFolder} />
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
