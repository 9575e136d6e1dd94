import type { PackListing } from '@policyforms/core'
import type { Procedure } from '@policyforms/procedure'
import { lazy, Suspense } from 'react'
import { Clauses, ClauseText } from '../../parts/clauses.tsx'
import { PackHead } from '../../parts/pack-head.tsx'
import { Broken, Empty, Skeleton } from '../../parts/page-states.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { usePacks } from '../../server/use-packs.ts'
import { useTitle } from '../../shell/use-title.ts'
import { wayTitles } from './course.ts'
import { ConsequenceList, ObligationList, ParameterList } from './due-lists.tsx'
import { clausesIn } from './names.ts'
import { OfficeList } from './office-list.tsx'
import { SharedSteps, StageList } from './stage-list.tsx'

// It brings the library that finds a place for everything; the words need not wait for it.
const Picture = lazy(() => import('./picture.tsx'))

/** The course of a case in a jurisdiction: as a picture, and the same in words. */
export default function ProcedurePage({ pack }: { readonly pack: string }) {
  const { value: packs } = usePacks()
  const path = `/api/packs/${encodeURIComponent(pack)}/procedure`
  const { value: procedure, trouble, again } = useLoaded<Procedure>(path)
  const listing = packs?.find(({ id }) => id === pack)
  useTitle(procedure?.title ?? `${listing?.name ?? pack}的程序`)
  const isMissing = trouble?.refusal?.error === 'procedure-missing'
  return (
    <div className="page">
      <PackHead pack={pack} listing={listing} page="procedure" title={procedure?.title ?? '程序'} />
      {!procedure && !trouble && <Skeleton rows={8} />}
      {!procedure && isMissing && (
        <Empty title="还没有写程序">
          <p>在这个地区的文件夹里写好 procedure.json，这里就会画出各个环节和期限。模板照常可以填写。</p>
        </Empty>
      )}
      {!procedure && trouble && !isMissing && (
        <Broken trouble={trouble} safe="已有的材料不受影响。" again={() => again()} />
      )}
      {procedure && <Course procedure={procedure} listing={listing} />}
    </div>
  )
}

interface CourseProps {
  readonly procedure: Procedure
  readonly listing: PackListing | undefined
}

function Course({ procedure, listing }: CourseProps) {
  const templates = new Map(
    listing?.templates.map(({ id, title }) => [id.slice(id.indexOf('/') + 1), title] as const) ?? [],
  )
  return (
    <>
      {procedure.note && <p className="prose">{procedure.note}</p>}
      <Clauses clauses={clausesIn(procedure, procedure)} />
      <div className="course">
        <section className="course-frame" aria-labelledby="picture-title">
          <h2 id="picture-title">程序图</h2>
          <Legend />
          {/* It holds links, so the keyboard gets to what has scrolled out. */}
          <div className="course-scroll">
            <Suspense fallback={<Skeleton rows={12} />}>
              <Picture procedure={procedure} />
            </Suspense>
          </div>
        </section>
        <div className="course-beside">
          {procedure.obligations.length > 0 && (
            <section>
              <h2>期限</h2>
              <ObligationList procedure={procedure} />
            </section>
          )}
          {procedure.consequences.length > 0 && (
            <section>
              <h2>后果</h2>
              <ConsequenceList procedure={procedure} />
            </section>
          )}
        </div>
      </div>
      <section className="course-words">
        <h2>各个环节</h2>
        <StageList procedure={procedure} templates={templates} />
        <SharedSteps procedure={procedure} templates={templates} />
      </section>
      {procedure.offices.length > 0 && (
        <section className="course-words">
          <h2>谁来办</h2>
          <OfficeList procedure={procedure} />
        </section>
      )}
      {procedure.parameters.length > 0 && (
        <section className="course-words">
          <h2>政策没有写明、暂时这样理解的</h2>
          <ParameterList procedure={procedure} />
        </section>
      )}
      <section className="course-words on-paper">
        <h2>引用的条款</h2>
        {Object.values(procedure.cited).map((clause) => (
          <ClauseText key={clause.ref} clause={clause} />
        ))}
      </section>
    </>
  )
}

function Legend() {
  return (
    <ul className="legend">
      {(['onward', 'back', 'end'] as const).map((way) => (
        <li key={way}>
          <svg width="32" height="8" aria-hidden="true">
            <path className="arrow" data-way={way} d="M 0 4 L 32 4" />
          </svg>
          {wayTitles[way]}
        </li>
      ))}
      <li>① 期限</li>
      <li>〔甲〕后果</li>
    </ul>
  )
}
