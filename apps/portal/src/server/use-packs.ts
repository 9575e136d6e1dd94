import type { PackListing } from '@policyforms/core'
import { type Loaded, useLoaded } from './use-loaded.ts'

const isChecking = (packs: readonly PackListing[] | undefined) => packs?.some((pack) => pack.isChecking) === true

/** All jurisdictions. While some are still being checked, they are asked for again. */
export const usePacks = (): Loaded<readonly PackListing[]> =>
  useLoaded<readonly PackListing[]>('/api/packs', {
    refreshInterval: (packs: readonly PackListing[] | undefined) => (isChecking(packs) ? 1500 : 0),
  })
