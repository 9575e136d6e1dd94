import type { Issue } from '../issues/issue.ts'
import { type CompileOptions, checkFolder, type Pack } from './check-folder.ts'
import type { Engines } from './compile-template.ts'
import { once } from './once.ts'
import { filesInMemory, openShelf } from './shelf.ts'
import type { SourceFile } from './source.ts'

export interface Schemas {
  readonly packs: readonly Pack[]
  /** Everything wrong anywhere, each fault once, in the order of files and lines. */
  readonly issues: readonly Issue[]
}

/** The whole way from files to Templates, with every fault of every file at once. */
export const compileSchemas = (
  files: readonly SourceFile[],
  engines: Engines,
  options: CompileOptions = {},
): Schemas => {
  const shelf = openShelf(filesInMemory(files))
  const checked = [...shelf.folders.keys()].sort().map((folder) => checkFolder(shelf, folder, engines, options))
  return { packs: checked.flatMap(({ pack }) => pack ?? []), issues: once(checked.flatMap(({ issues }) => issues)) }
}
