import type { Path } from '@policyforms/core'
import type { Keys } from '@policyforms/core/editing'

/** Where the answers of a place of a template's text are: with `*` for the rows of a table. */
export const answerPath = (keys: Keys): Path => {
  const path: string[] = []
  for (let i = 0; i < keys.length; i++)
    if (keys[i] === 'items') path.push('*')
    else if (keys[i] === 'properties' && i + 1 < keys.length) path.push(String(keys[++i]))
    else break
  return path
}

/** Without the rows: as an expression writes it from the root. */
export const plainPath = (path: Path): Path => path.filter((key) => key !== '*')
