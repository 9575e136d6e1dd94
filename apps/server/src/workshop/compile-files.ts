import type { Issue, Template, WorkingFile } from '@policyforms/core'
import type { CompileOptions } from '@policyforms/core/pack'

export interface CompiledFiles {
  /** As the pack calls itself. */
  readonly name: string
  readonly templates: readonly Template[]
  /** Of its own files. */
  readonly issues: readonly Issue[]
}

/** Checks and compiles one pack among files, wherever they come from. */
export const compileFiles = async (
  pack: string,
  files: readonly WorkingFile[],
  options?: CompileOptions,
): Promise<CompiledFiles> => {
  const { checkFolder, shelfOf } = await import('@policyforms/core/pack')
  const { engines } = await import('@policyforms/core/node')
  const { checkForm: formIssues } = await import('@policyforms/documents/form')
  const checked = checkFolder(shelfOf(files), pack, engines, { ...options, formIssues })
  return {
    name: checked.pack?.name ?? pack,
    templates: checked.pack?.templates ?? [],
    issues: checked.issues.filter(({ file }) => file?.startsWith(`${pack}/`)),
  }
}
