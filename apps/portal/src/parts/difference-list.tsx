import { useState } from 'react'
import type { SectionDifferences } from '../draft/differences.ts'

interface DifferenceListProps {
  readonly sections: readonly SectionDifferences[]
  /** Heads of the two columns. */
  readonly before: string
  readonly after: string
}

const shown = 40

/** What differs, as it was and as it would be. Long lists open on demand. */
export function DifferenceList({ sections, before, after }: DifferenceListProps) {
  return sections.map((each) => <SectionTable key={each.section.key} {...each} heads={{ before, after }} />)
}

function SectionTable({
  section,
  differences,
  heads,
}: SectionDifferences & { readonly heads: { before: string; after: string } }) {
  const [isWhole, setWhole] = useState(false)
  const rows = isWhole ? differences : differences.slice(0, shown)
  return (
    <section className="differences">
      <h3>
        {section.number}
        {section.title} <span className="count">{differences.length} 处</span>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">位置</th>
            <th scope="col">{heads.before}</th>
            <th scope="col">{heads.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at}>
              <th scope="row">{row.label}</th>
              <td data-head={heads.before}>
                <Words words={row.before} />
              </td>
              <td data-head={heads.after}>
                <Words words={row.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < differences.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          显示其余 {differences.length - rows.length} 处
        </button>
      )}
    </section>
  )
}

const Words = ({ words }: { readonly words: string }) =>
  words === '' ? (
    <span className="secondary">（空）</span>
  ) : words.length > 160 ? (
    `${words.slice(0, 80)} …… ${words.slice(-60)}`
  ) : (
    words
  )
