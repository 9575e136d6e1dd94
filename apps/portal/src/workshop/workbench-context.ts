import { createContext, use, useSyncExternalStore } from 'react'
import type { WorkshopState, WorkshopStore } from './workshop-store.ts'

export interface Workbench {
  readonly store: WorkshopStore
  /** What is selected in the outline, by ids, and by whom that is told. */
  readonly selected: readonly string[]
  readonly select: (ids: readonly string[]) => void
}

export const WorkbenchContext = createContext<Workbench | undefined>(undefined)

export const useWorkbench = (): Workbench => {
  const found = use(WorkbenchContext)
  if (!found) throw new Error('outside of a workbench')
  return found
}

/** A part of the working copy's state; the page is drawn again when that part has changed. */
export const useWorking = <T>(part: (state: WorkshopState) => T): T => {
  const { store } = useWorkbench()
  return useSyncExternalStore(store.subscribe, () => part(store.state()))
}
