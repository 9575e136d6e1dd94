import { valueAt, type WorkingFile } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'

/** A clause of the pack's own that is cited in full. */
const citation = (pack: string) => new RegExp(`"${pack}/([a-z0-9-]+#)`, 'g')

/** The same pack under another folder's name. */
export const renamePack = (files: readonly WorkingFile[], from: string, to: string): readonly WorkingFile[] =>
  from === to
    ? files
    : files.map(({ path, text }) => {
        const moved = `${to}/${path.slice(from.length + 1)}`
        const cited = text.replace(citation(from), `"${to}/$1`)
        return { path: moved, text: moved === `${to}/jurisdiction.json` ? withId(cited, to) : cited }
      })

/** A file that does not parse is told of by the check. */
const withId = (text: string, id: string): string => {
  try {
    return valueAt(JSON.parse(text), ['id']) === undefined ? text : setValue(text, ['id'], id)
  } catch {
    return text
  }
}
