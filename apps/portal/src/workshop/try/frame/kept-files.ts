import type { FileAnswer } from '@policyforms/core'
import type { Files } from '@policyforms/forms'

/** Attachments of a trial: they stay in this window and are gone with it. */
export const keptFiles = (): Files => {
  const addresses = new Map<string, string>()
  return {
    upload: async (file): Promise<FileAnswer> => {
      const id = `try${addresses.size + 1}`
      addresses.set(id, URL.createObjectURL(file))
      return { id, name: file.name, size: file.size }
    },
    // An example's files were never anywhere.
    href: ({ id }) => addresses.get(id) ?? '#',
  }
}
