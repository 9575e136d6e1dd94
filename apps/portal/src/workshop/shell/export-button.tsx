import { toastTrouble } from '../../parts/toasts.tsx'
import { download } from '../../server/download.ts'

interface ExportButtonProps {
  readonly pack: string
  readonly of: 'copy' | 'folder' | number
  readonly name: string
  readonly label?: string
}

/** Hands over a pack as a signed zip. */
export function ExportButton({ pack, of, name, label }: ExportButtonProps) {
  const get = () => void download(`/api/workshop/${pack}/export?of=${of}`, `${pack}.zip`).catch(toastTrouble)
  return (
    <button
      type="button"
      className={label ? 'button' : 'link'}
      {...(!label && { 'aria-label': `导出${name}` })}
      onClick={get}
    >
      {label ?? '导出'}
    </button>
  )
}
