import type { PolicyCoverage } from '@policyforms/core'
import { SearchField } from '../../parts/search-field.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { carriersOf, findClauses, type Wanted } from './find-clauses.ts'

const standings = [
  { key: 'all', label: '全部' },
  { key: 'uncovered', label: '没有落实' },
  { key: 'carried', label: '已落实' },
  { key: 'idle', label: '不作要求' },
] as const

interface ClauseFinderProps {
  readonly policies: readonly PolicyCoverage[]
  readonly wanted: Wanted
  readonly onWanted: (wanted: Wanted) => void
}

/** Narrows the clauses down: by how they stand, by what carries them, by their words. */
export function ClauseFinder({ policies, wanted, onWanted }: ClauseFinderProps) {
  const count = (standing: Wanted['standing']) =>
    findClauses(policies, { ...wanted, standing }).reduce((sum, { clauses }) => sum + clauses.length, 0)
  return (
    <div className="finder">
      <Tabs
        legend="按落实情况筛选"
        tabs={standings.map((one) => ({ ...one, count: count(one.key) }))}
        chosen={wanted.standing}
        onChoose={(standing) => onWanted({ ...wanted, standing })}
      />
      <div className="finder-fields">
        <select
          aria-label="落实在哪份材料"
          value={wanted.carrier}
          onChange={({ target }) => onWanted({ ...wanted, carrier: target.value })}
        >
          <option value="">所有材料和程序</option>
          {carriersOf(policies).map((title) => (
            <option key={title}>{title}</option>
          ))}
        </select>
        <SearchField
          label="查找条款"
          hint="查找条款、字段、规则"
          words={wanted.words}
          onWords={(words) => onWanted({ ...wanted, words })}
        />
      </div>
    </div>
  )
}
