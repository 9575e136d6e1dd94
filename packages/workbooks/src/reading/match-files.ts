import type { FileAnswer } from '@policyforms/core'

/** Finds the uploaded file that a cell names. Each file is given out once while others of its name are left. */
export const fileMatcher = (files: readonly FileAnswer[]) => {
  const byName = new Map<string, FileAnswer[]>()
  for (const file of files) byName.set(file.name.trim(), [...(byName.get(file.name.trim()) ?? []), file])
  return (name: string): FileAnswer | undefined => {
    const waiting = byName.get(name)
    return waiting && waiting.length > 1 ? waiting.shift() : waiting?.[0]
  }
}

export type FileMatcher = ReturnType<typeof fileMatcher>
