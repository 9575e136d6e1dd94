import type { PackListing } from '@policyforms/core'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { Empty } from '../../parts/page-states.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { byLevel } from './by-level.ts'
import { findPacks } from './find-packs.ts'
import { PackTemplates } from './pack-templates.tsx'

/** From so many on there is a field to search in. */
const SEARCHED_FROM = 12
/** So many jurisdictions are shown with their templates; more on request. */
const AT_ONCE = 20

interface PackChoiceProps {
  readonly packs: readonly PackListing[]
  readonly starting: string | undefined
  readonly onStart: (template: string) => void
}

/** The jurisdictions with their templates, found by name, code or template. */
export function PackChoice({ packs, starting, onStart }: PackChoiceProps) {
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const groups = useMemo(() => byLevel(findPacks(packs, wanted)), [packs, wanted])
  const found = groups.reduce((sum, group) => sum + group.packs.length, 0)
  const checking = packs.filter(({ isChecking }) => isChecking).length
  return (
    <>
      {packs.length >= SEARCHED_FROM && (
        <div className="pack-search">
          <SearchField
            label="按地区名称、代码或材料名称查找"
            hint="地区名称、代码或材料名称"
            words={words}
            onWords={setWords}
          />
          <span className="secondary" role="status">
            {found} 个地区{checking > 0 && `，还有 ${checking} 个正在检查`}
          </span>
        </div>
      )}
      {found === 0 && (
        <Empty title="没有找到">
          <p>没有名称、代码或材料名称里含有“{words}”的地区。</p>
        </Empty>
      )}
      <Found key={wanted} groups={groups} starting={starting} onStart={onStart} />
    </>
  )
}

interface FoundProps extends Omit<PackChoiceProps, 'packs'> {
  readonly groups: ReturnType<typeof byLevel>
}

// Typing shows the letter first; what it finds follows.
const Found = memo(function Found({ groups, starting, onStart }: FoundProps) {
  const [limit, setLimit] = useState(AT_ONCE)
  const found = groups.flatMap((group) => group.packs)
  return (
    <div className="choose-template">
      <nav className="pack-index" aria-label="地区">
        {groups.map(({ level, packs: those }) => (
          <section key={level}>
            <h2>{level}</h2>
            <ul>
              {those.map((pack) => (
                <li key={pack.id}>
                  <a href={`#${pack.id}`} onClick={() => setLimit((now) => Math.max(now, found.indexOf(pack) + 1))}>
                    {pack.name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div>
        {found.slice(0, limit).map((pack) => (
          <PackTemplates key={pack.id} pack={pack} starting={starting} onStart={onStart} />
        ))}
        {found.length > limit && (
          <button type="button" className="button more-packs" onClick={() => setLimit(limit + AT_ONCE)}>
            再显示 {Math.min(AT_ONCE, found.length - limit)} 个地区（共 {found.length} 个）
          </button>
        )}
      </div>
    </div>
  )
})
