import type { NewTemplate, NewTemplateIn } from '@policyforms/core'
import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { useLocation } from 'wouter'
import { toast } from '../../parts/toasts.tsx'
import { call } from '../../server/call.ts'
import { keepSaid } from '../pack/said.ts'
import { FileNameField, isFileName } from './file-name-field.tsx'

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
  const isRight = isFileName(name)
  const make = async () => {
    setMaking(true)
    setTrouble('')
    try {
      const wanted: NewTemplateIn = { template: name, ...beginning }
      const { said } = await call<NewTemplate>('POST', `/api/workshop/${pack}/templates`, wanted)
      keepSaid(pack, said)
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
      <FileNameField label="文件名" example="annual-report" value={name} onChange={setName} />
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
