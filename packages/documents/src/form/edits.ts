/** Takes the place of what stands from one character of a text to another. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly with: string
}

/** All that no edit touches stays as it is, to the byte. */
export const edited = (text: string, edits: readonly Edit[]): string => {
  let made = ''
  let at = 0
  for (const edit of edits.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    if (edit.from < at) continue
    made += text.slice(at, edit.from) + edit.with
    at = edit.to
  }
  return made + text.slice(at)
}
