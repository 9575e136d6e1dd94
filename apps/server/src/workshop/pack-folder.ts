import type { SourceFile } from '@policyforms/core/pack'

/** The packs as files on disk. */
export interface PackFolder {
  /** Every JSON file of the schemas folder except the dialect. */
  read(): Promise<readonly SourceFile[]>
}

export const packFolder = (folder: string): PackFolder => ({
  read: async () => {
    const { readSchemas } = await import('@policyforms/core/node')
    return readSchemas(folder)
  },
})

export const isOf = (pack: string) => (file: { readonly path: string }) => file.path.startsWith(`${pack}/`)

/** What the check of a pack reads beside its own files: an example or a template of another pack never matters. */
export const isAround = (pack: string) => {
  const isOwn = isOf(pack)
  return (file: { readonly path: string }) =>
    !isOwn(file) && /^(common|codes)\/|\/(jurisdiction\.json|policies\/[^/]+)$/.test(file.path)
}
