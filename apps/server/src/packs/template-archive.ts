import type { Template } from '@policyforms/core'
import type { Library } from './library.ts'

const KEPT = 50

/** Templates by hash: the present ones, and those that something was filled by. */
export const templateArchive = (library: Library, stored: (hash: string) => Promise<Template | undefined>) => {
  const kept = new Map<string, Template>()
  const present = async (hash: string) => {
    const listed = (await library.listings()).flatMap(({ templates }) => templates).find((one) => one.hash === hash)
    const template = listed && (await library.template(listed.id))
    return template?.hash === hash ? template : undefined
  }
  return async (hash: string): Promise<Template | undefined> => {
    const known = kept.get(hash)
    if (known) return known
    const template = await stored(hash)
    if (!template) return present(hash)
    if (kept.size >= KEPT) kept.clear()
    kept.set(hash, template)
    return template
  }
}
