import { type Answers, property, type Section, valueAt } from '@policyforms/core'
import { useState } from 'react'

/** What anybody would write by hand: a label and a controlled input, nothing checked, nothing kept. */
const Plain = ({ id, name, initial }: { id: string; name: string; initial: unknown }) => {
  const [text, setText] = useState(String(initial ?? ''))
  return <input id={id} aria-label={name} value={text} onChange={(event) => setText(event.target.value)} />
}

/** A field that searches by hand: the first 80 titles that hold the text. */
export const PlainSearch = ({ titles }: { titles: readonly string[] }) => {
  const [text, setText] = useState('')
  const found = text ? titles.filter((title) => title.includes(text)).slice(0, 80) : []
  return (
    <div>
      <input id="place" aria-label="地方" value={text} onChange={(event) => setText(event.target.value)} />
      <ul>
        {found.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </div>
  )
}

export const PlainForm = ({ section, answers }: { section: Section; answers: Answers }) => (
  <div>
    {section.children.map((block) => {
      if (block.block === 'field')
        return (
          <p key={block.key}>
            <label htmlFor={block.key}>{block.title}</label>
            <Plain id={block.key} name={block.title} initial={valueAt(answers, block.path)} />
          </p>
        )
      if (block.block !== 'table' && block.block !== 'matrix') return null
      const value = valueAt(answers, block.path)
      const rows =
        block.block === 'table'
          ? Array.isArray(value)
            ? value
            : []
          : block.rows.map(({ key }) => property(value, key))
      return (
        <table key={block.key}>
          <tbody>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of the bench stay where they are
              <tr key={i}>
                {block.columns.map((column) => (
                  <td key={column.key}>
                    <Plain id={`${i}-${column.key}`} name={column.title} initial={property(row, column.key)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    })}
  </div>
)
