import type { PackListing } from '@policyforms/core'
import { type Loaded, useLoaded } from './use-loaded.ts'

/** SWR hands over an object of its own when the server could not be asked. */
const isChecking = (packs: unknown): boolean =>
  Array.isArray(packs) && packs.some((pack: PackListing) => pack.isChecking)

/** All jurisdictions. While some are still being checked, they are asked for again. */
export const usePacks = (): Loaded<readonly PackListing[]> =>
  useLoaded<readonly PackListing[]>('/api/packs', {
    refreshInterval: (packs: unknown) => (isChecking(packs) ? 1500 : 0),
  })
