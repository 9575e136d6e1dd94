import type { PackListing } from '@policyforms/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { ExportButton } from './export-button.tsx'

const atOnce = 100

/** Packs of the folder that nobody is changing. Of many, the first; the rest are found by searching, or shown when asked for. */
export function PackList({ packs }: { readonly packs: readonly PackListing[] }) {
  const [most, setMost] = useState(atOnce)
  return (
    <section>
      <h2>
        现有的地区 <span className="count">{packs.length} 个</span>
      </h2>
      <ul className="copies">
        {packs.slice(0, most).map((pack) => (
          <li key={pack.id}>
            <Link href={`/workshop/${pack.id}/build`}>{pack.name}</Link>
            <span className="secondary">{pack.isChecking ? '正在检查' : `${pack.templates.length} 个模板`}</span>
            {pack.faults > 0 && <span className="error-words">{pack.faults} 处问题</span>}
            <span className="copy-actions">
              <ExportButton pack={pack.id} of="folder" name={pack.name} />
            </span>
          </li>
        ))}
      </ul>
      {packs.length > most && (
        <p>
          <button type="button" className="button" onClick={() => setMost(most + atOnce)}>
            再显示 {Math.min(atOnce, packs.length - most)} 个
          </button>{' '}
          <span className="secondary">还有 {packs.length - most} 个，也可以在上面查找。</span>
        </p>
      )}
    </section>
  )
}
