import { type Issue, sentence } from '@policyforms/core'
import { Link } from 'wouter'
import { PackHead } from '../../parts/pack-head.tsx'
import { Broken, Empty, Skeleton } from '../../parts/page-states.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { usePacks } from '../../server/use-packs.ts'
import { useTitle } from '../../shell/use-title.ts'

/** What is wrong with a pack: in which file, where, and what to write instead. */
export default function Faults({ pack }: { readonly pack: string }) {
  const { value: packs } = usePacks()
  const { value: faults, trouble, again } = useLoaded<readonly Issue[]>(`/api/packs/${encodeURIComponent(pack)}/faults`)
  const listing = packs?.find(({ id }) => id === pack)
  const name = listing?.name ?? pack
  useTitle(`${name}的模板问题`)
  const files = [...new Set(faults?.map((fault) => fault.file ?? ''))].toSorted()
  return (
    <div className="page">
      <PackHead pack={pack} listing={listing} page="faults" title={`${name}的模板问题`} />
      {!faults && trouble && <Broken trouble={trouble} safe="已有的材料各自留着当时的模板，不受影响。" again={again} />}
      {!faults && !trouble && <Skeleton rows={6} />}
      {faults?.length === 0 && (
        <Empty title="没有问题">
          <p>这个地区的模板文件都通过了检查。</p>
          <p className="actions">
            <Link className="button primary" href="/new">
              去新建材料
            </Link>
          </p>
        </Empty>
      )}
      {faults && faults.length > 0 && (
        <div className="notice">
          <span>
            共 {faults.length} 处。改好 schemas
            文件夹里的文件并保存后，点“重新检查”。已有的材料各自留着当时的模板，不受影响。
          </span>
          <button type="button" className="button" onClick={() => again()}>
            重新检查
          </button>
        </div>
      )}
      {faults &&
        files.map((file) => (
          <section key={file} className="faults">
            <h2>{file || '整个文件夹'}</h2>
            <ul>
              {faults
                .filter((fault) => (fault.file ?? '') === file)
                .map((fault, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice at one place
                  <Fault key={`${fault.at} ${fault.code} ${i}`} fault={fault} />
                ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function Fault({ fault }: { readonly fault: Issue }) {
  return (
    <li data-severity={fault.severity}>
      <span className="sign">{fault.severity === 'error' ? '错误' : '提醒'}</span>
      <div>
        <p>
          {sentence(fault)} <Link href={`/help/${encodeURIComponent('07-错误一览')}#${fault.code}`}>怎样改</Link>
        </p>
        <p className="secondary place">
          {fault.line !== undefined && `第 ${fault.line} 行第 ${fault.column ?? 1} 列`}
          {fault.at !== '' && <code>{fault.at}</code>}
        </p>
      </div>
    </li>
  )
}
