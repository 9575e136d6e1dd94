import { useState } from 'react'
import { Link } from 'wouter'
import { useTitle } from '../../shell/use-title.ts'
import { anchorOf, findInGuide, guidePages } from './guide.ts'
import { GuideText } from './guide-text.tsx'

/** The guide for who writes packs: its pages, one of them, and what a search finds in all of them. */
export default function Help({ name }: { readonly name: string }) {
  const page = guidePages.find((one) => one.name === name)
  const [query, setQuery] = useState('')
  useTitle(page ? page.title : '手册里没有这一页')
  return (
    <div className="page manual">
      <nav className="help-index" aria-label="手册">
        <label className="help-search">
          查找
          <input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder="如 金额、x-when"
          />
        </label>
        <ul>
          {guidePages.map((one) => (
            <li key={one.name}>
              <Link href={`/help/${encodeURIComponent(one.name)}`} aria-current={one === page ? 'page' : undefined}>
                {one.title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="help-text">
        {query.trim() !== '' && <Results query={query} onLeave={() => setQuery('')} />}
        {query.trim() === '' && (page ? <GuideText key={page.name} text={page.text} /> : <h1>手册里没有这一页</h1>)}
      </div>
    </div>
  )
}

function Results({ query, onLeave }: { readonly query: string; readonly onLeave: () => void }) {
  const found = findInGuide(query)
  return (
    <>
      <h1 role="status">{found.length === 0 ? '没有找到，请换几个字再试' : `找到 ${found.length} 处`}</h1>
      <ul className="help-found">
        {found.slice(0, 60).map(({ page, heading, line }) => (
          <li key={`${page.name} ${heading}`}>
            <Link
              href={`/help/${encodeURIComponent(page.name)}#${encodeURIComponent(anchorOf(heading))}`}
              onClick={onLeave}
            >
              {heading}
            </Link>
            <p className="secondary">
              {page.title}
              {line && `：${line}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
