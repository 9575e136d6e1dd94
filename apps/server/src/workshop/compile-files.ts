import type { Issue, Template, WorkingFile } from '@policyforms/core'
import type { CompileOptions, parseChanged } from '@policyforms/core/pack'
import { keptLately } from '../packs/kept-lately.ts'
import { hashOfFiles } from './hash-of-files.ts'

export interface CompiledFiles {
  /** As the pack calls itself. */
  readonly name: string
  readonly templates: readonly Template[]
  /** Of its own files. */
  readonly issues: readonly Issue[]
}

/** A review looks at the same two states again and again: when asked for, when sent, when published. */
const compiledLately = keptLately<CompiledFiles>(4)

/** Checks and compiles one pack among files, wherever they come from; the same files only once. */
export const compileFiles = (
  pack: string,
  files: readonly WorkingFile[],
  options?: CompileOptions,
): Promise<CompiledFiles> => {
  const key = JSON.stringify([pack, options, hashOfFiles(files)])
  return compiledLately.get(key, () => compile(pack, files, options))
}

/** Of the pack that was asked for last: while somebody edits it, its other files stay as they are. */
let inHand: { readonly pack: string; readonly parse: ReturnType<typeof parseChanged> } | undefined

const compile = async (
  pack: string,
  files: readonly WorkingFile[],
  options?: CompileOptions,
): Promise<CompiledFiles> => {
  const { checkFolder, parseChanged, shelfOf } = await import('@policyforms/core/pack')
  const { engines } = await import('@policyforms/core/node')
  const { checkForm: formIssues } = await import('@policyforms/documents/form')
  if (inHand?.pack !== pack) inHand = { pack, parse: parseChanged() }
  const checked = checkFolder(shelfOf(files, inHand.parse), pack, engines, { ...options, formIssues })
  return {
    name: checked.pack?.name ?? pack,
    templates: checked.pack?.templates ?? [],
    issues: checked.issues.filter(({ file }) => file?.startsWith(`${pack}/`)),
  }
}
