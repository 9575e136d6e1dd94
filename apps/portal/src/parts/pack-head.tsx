import type { PackListing } from '@policyforms/core'
import { Link } from 'wouter'
import { download } from '../server/download.ts'
import { toastTrouble } from './toasts.tsx'

const statistics = (pack: string) =>
  void download(`/api/packs/${pack}/statistics.xlsx`, '统计.xlsx').catch(toastTrouble)

interface PackHeadProps {
  readonly pack: string
  readonly listing: PackListing | undefined
  readonly page: PackPage
  readonly title: string
}

type PackPage = 'procedure' | 'coverage' | 'faults'

const pageTitles: Readonly<Record<PackPage, string>> = {
  procedure: '程序',
  coverage: '条款落实',
  faults: '模板问题',
}

/** The head of a page about a jurisdiction, with the way to the other pages about it. */
export function PackHead({ pack, listing, page, title }: PackHeadProps) {
  return (
    <>
      <p className="secondary pack-trail">
        <Link href="/new">新建材料</Link> / {listing?.name ?? pack}
      </p>
      <div className="page-head">
        <h1>{title}</h1>
        <PackPages pack={pack} page={page} {...(listing && { listing })} />
      </div>
    </>
  )
}

interface PackPagesProps {
  readonly pack: string
  readonly listing?: PackListing
  /** The one that is open. */
  readonly page?: PackPage
}

const isOffered = (page: PackPage, listing: PackListing | undefined) => {
  if (!listing) return false
  if (page === 'procedure') return listing.hasProcedure
  return page === 'coverage' ? listing.hasPolicies : true
}

/** The pages about a jurisdiction that have something to show. */
export function PackPages({ pack, listing, page }: PackPagesProps) {
  // By their own order, which the registry keeps.
  const pages = (Object.keys(pageTitles) as PackPage[]).filter((one) => one === page || isOffered(one, listing))
  return (
    <nav className="pack-pages" aria-label={`${listing?.name ?? pack}的其他页面`}>
      {listing?.hasIndicators && (
        <button type="button" className="link" onClick={() => statistics(pack)}>
          统计（Excel）
        </button>
      )}
      {pages.map((one) => (
        <Link key={one} href={`/packs/${pack}/${one}`} aria-current={one === page ? 'page' : undefined}>
          {pageTitles[one]}
        </Link>
      ))}
    </nav>
  )
}
