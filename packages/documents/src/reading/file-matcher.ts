import type { FileAnswer } from '@policyforms/core'

/** Finds the file of a control by its number, or by its name among those that were uploaded. */
export const fileMatcher = (numbered: readonly (FileAnswer | undefined)[], uploaded: readonly FileAnswer[]) => {
  const byId = new Map(uploaded.map((file) => [file.id, file]))
  const byName = new Map(uploaded.map((file) => [file.name.trim(), file]))
  return ({ number, name }: { readonly number?: number; readonly name: string }): FileAnswer | undefined => {
    const written = number === undefined ? undefined : numbered[number - 1]
    return written ? (byId.get(written.id) ?? written) : byName.get(name)
  }
}
