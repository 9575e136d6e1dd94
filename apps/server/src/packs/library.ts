import type { Issue, PackListing, Template } from '@policyforms/core'
import type { PackReport } from '@policyforms/procedure/compile'
import { keptLately } from './kept-lately.ts'
import type { PlainPack } from './plain-pack.ts'
import { startThread } from './start-thread.ts'
import type { FromThread, Standing } from './thread-messages.ts'

/** The packs as they are on disk now. They are read, checked and compiled in a thread of their own. */
export interface Library {
  /** Every pack. Those that are still being checked say so. */
  listings(): Promise<readonly PackListing[]>
  /** One pack, compiled now if it is not at hand. */
  pack(id: string): Promise<PlainPack | undefined>
  /** What is wrong with a pack, its examples included. */
  issues(id: string): Promise<readonly Issue[] | undefined>
  /** A compiled template by `pack/template`. */
  template(id: string): Promise<Template | undefined>
  close(): Promise<void>
}

export interface LibraryOptions {
  readonly schemas: string
  /** Where reports are kept from one start to the next. */
  readonly cache: string
  readonly complain: (error: unknown) => void
}

/** Packs that somebody has asked for lately; the others are known by their listings alone. */
const MOST_AT_HAND = 30

const listingOf = (standing: Standing): PackListing | undefined =>
  'glance' in standing ? standing.glance : 'report' in standing ? standing.report.listing : undefined

export const openLibrary = ({ schemas, cache, complain }: LibraryOptions): Library => {
  const listings = new Map<string, PackListing>()
  const reports = new Map<string, PackReport>()
  const atHand = keptLately<PlainPack | undefined>(MOST_AT_HAND)
  let sorted: readonly PackListing[] | undefined

  const stand = (standing: Standing) => {
    const { folder } = standing
    const listing = listingOf(standing)
    if (listing) listings.set(folder, listing)
    else listings.delete(folder)
    if ('report' in standing) reports.set(folder, standing.report)
    else reports.delete(folder)
  }
  const hear = (message: Exclude<FromThread, { is: 'answer' }>) => {
    // A thread that starts again tells everything anew.
    if (message.is === 'first') for (const known of [listings, reports, atHand]) known.clear()
    else for (const folder of message.stale) for (const known of [reports, atHand]) known.delete(folder)
    for (const standing of message.standings) stand(standing)
    sorted = undefined
  }
  const thread = startThread({ schemas, cache }, hear, complain)

  const pack: Library['pack'] = (id) => atHand.get(id, async () => (await thread.ask('pack', id)).pack)
  return {
    listings: async () => {
      await thread.ready()
      sorted ??= [...listings.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return sorted
    },
    pack,
    issues: async (id) => {
      await thread.ready()
      if (!listings.has(id)) return undefined
      return (reports.get(id) ?? (await thread.ask('report', id)).report)?.issues
    },
    template: async (id) => (await pack(id.split('/')[0] ?? ''))?.templates.find((template) => template.id === id),
    close: thread.close,
  }
}
