import type { NewTemplate, NewTemplateIn } from '@policyforms/core'
import { useId, useState } from 'react'
import { useSWRConfig } from 'swr'
import { useLocation } from 'wouter'
import { toast } from '../../parts/toasts.tsx'
import { call } from '../../server/call.ts'

interface NameTemplateProps {
  readonly pack: string
  readonly beginning: Omit<NewTemplateIn, 'template'>
}

/** What the template's file is called; then it joins the working copy, and opens. */
export function NameTemplate({ pack, beginning }: NameTemplateProps) {
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState('')
  const [isMaking, setMaking] = useState(false)
  const { mutate } = useSWRConfig()
  const [, go] = useLocation()
  const id = useId()
  const isRight = /^[a-z][a-z0-9-]{0,59}$/.test(name)
  const make = async () => {
    setMaking(true)
    setTrouble('')
    try {
      const wanted: NewTemplateIn = { template: name, ...beginning }
      const { said } = await call<NewTemplate>('POST', `/api/workshop/${pack}/templates`, wanted)
      for (const text of said) toast({ text })
      await mutate(`/api/workshop/${pack}`, undefined, { revalidate: false })
      go(`/workshop/${pack}/pack?file=${encodeURIComponent(`${pack}/${name}.schema.json`)}`)
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
        <label htmlFor={id}>文件名</label>
        <input
          id={id}
          type="text"
          maxLength={60}
          value={name}
          aria-invalid={name !== '' && !isRight}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setName(target.value.trim())}
        />
        <p className={name === '' || isRight ? 'help' : 'error-words'} id={`${id}-help`}>
          用英文小写、数字和短横线，如 annual-report。以后不改。
        </p>
      </div>
      {trouble && (
        <p className="error-words" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" className="button primary" disabled={!isRight || isMaking}>
        {isMaking ? '正在添' : '添上'}
      </button>
    </form>
  )
}
