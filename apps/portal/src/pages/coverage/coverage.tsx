import type { Coverage } from '@policyforms/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { PackHead } from '../../parts/pack-head.tsx'
import { Broken, Empty, Skeleton } from '../../parts/page-states.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { usePacks } from '../../server/use-packs.ts'
import { useTitle } from '../../shell/use-title.ts'
import { ClauseFinder } from './clause-finder.tsx'
import { everything, findClauses } from './find-clauses.ts'
import { PolicyClauses } from './policy-clauses.tsx'
import { standingOf } from './standing.ts'

/** Each clause of the policies, with what carries it; what nothing carries comes first. */
export default function CoveragePage({ pack }: { readonly pack: string }) {
  const { value: packs } = usePacks()
  const path = `/api/packs/${encodeURIComponent(pack)}/coverage`
  const { value: coverage, trouble, again } = useLoaded<Coverage>(path)
  const listing = packs?.find(({ id }) => id === pack)
  useTitle(`${listing?.name ?? pack}的条款落实`)
  return (
    <div className="page">
      <PackHead pack={pack} listing={listing} page="coverage" title={`${listing?.name ?? pack}的条款落实`} />
      {!coverage && trouble && <Broken trouble={trouble} safe="已有的材料不受影响。" again={() => again()} />}
      {!coverage && !trouble && <Skeleton rows={8} />}
      {coverage?.policies.length === 0 && (
        <Empty title="还没有录入政策">
          <p>在这个地区的 policies 文件夹里录入政策的条款，模板和程序引用到的条款就会列在这里。</p>
        </Empty>
      )}
      {coverage && coverage.policies.length > 0 && <Clauses coverage={coverage} />}
    </div>
  )
}

function Clauses({ coverage: { policies } }: { readonly coverage: Coverage }) {
  const [wanted, setWanted] = useState(everything)
  // Typing shows the letter first; what it finds follows.
  const sought = useDeferredValue(wanted)
  const found = useMemo(() => findClauses(policies, sought), [policies, sought])
  const clauses = policies.flatMap((policy) => policy.clauses)
  const count = (standing: ReturnType<typeof standingOf>) =>
    clauses.filter((clause) => standingOf(clause) === standing).length
  const open = count('uncovered')
  return (
    <>
      <p className="notice" data-tone={open > 0 ? 'warning' : 'done'}>
        <span className="sign">{open > 0 ? `${open} 条没有落实` : '没有遗漏'}</span>
        <span>
          共 {clauses.length} 条：{count('carried')} 条落实在模板或程序里，{count('idle')} 条不作要求，{open}{' '}
          条没有落实。
          {open > 0 && '没有落实的排在前面：没有字段、规则、环节或期限引用它，也没有写明为什么不作要求。'}
        </span>
      </p>
      <ClauseFinder policies={policies} wanted={wanted} onWanted={setWanted} />
      {found.length === 0 && (
        <p className="nothing-found">
          没有这样的条款。
          <button type="button" className="link" onClick={() => setWanted(everything)}>
            显示全部
          </button>
        </p>
      )}
      {found.map((policy) => (
        <PolicyClauses key={policy.id} policy={policy} />
      ))}
    </>
  )
}
