import type { Template } from '@policyforms/core'
import { useEffect, useState } from 'react'

/** The present version of a draft's template, if it is another; asked for with what one has, so that mostly nothing comes. */
export const useNewerVersion = ({ id, hash }: Template): Template | undefined => {
  const [newer, setNewer] = useState<Template>()
  useEffect(() => {
    const asking = new AbortController()
    const known = { 'if-none-match': `"${hash}"` }
    fetch(`/api/templates/${id}`, { headers: known, signal: asking.signal }).then(
      // 200 carries a Template, by the wire; 304 says that there is no other.
      async (reply) => reply.status === 200 && setNewer((await reply.json()) as Template),
      () => undefined, // away: the draft can be filled by its own version all the same
    )
    return () => asking.abort()
  }, [id, hash])
  return newer?.hash === hash ? undefined : newer
}

/** Says quietly that there is a newer version; nothing changes until one looks. */
export function NewerNotice({ newer, onLook }: { readonly newer: Template; readonly onLook: () => void }) {
  return (
    <p className="notice" role="status">
      <span className="sign">有新版模板</span>
      <span>现在的模板是 {newer.version} 版。这份材料仍按原来的版本填写，可以不换。</span>
      <button type="button" className="button" onClick={onLook}>
        看看换到新版会怎样
      </button>
    </p>
  )
}
