import type { FilledPlace } from '@policyforms/core'
import { FieldLink } from './field-link.tsx'

const most = 500

interface FormPlacesProps {
  readonly places: readonly FilledPlace[]
  readonly template: string
}

/** What fills which place of a Word file. */
export function FormPlaces({ places, template }: FormPlacesProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">在 Word 里</th>
          <th scope="col">写的是</th>
          <th scope="col">填的是</th>
        </tr>
      </thead>
      <tbody>
        {places.slice(0, most).map(({ where, written, title, path }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field may be written twice in one paragraph
          <tr key={i}>
            <td>{where}</td>
            <td>
              <code>{written}</code>
            </td>
            <td>
              {path === undefined ? (
                title
              ) : (
                <FieldLink template={template} path={path}>
                  {title}
                </FieldLink>
              )}
            </td>
          </tr>
        ))}
        {places.length > most && (
          <tr>
            <td colSpan={3}>还有 {places.length - most} 处。</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
