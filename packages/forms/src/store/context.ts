import { type Field, type Issue, type Json, type Lists, type Pointer, valueAt } from '@policyforms/core'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Uploads } from '../files/uploads.ts'
import type { Files } from '../props.ts'
import type { Keys } from './place.ts'
import type { State, Store } from './store.ts'

export interface Filling {
  readonly store: Store
  readonly files: Files
  readonly uploads: Uploads
  /** Shows the place and puts the focus there. */
  readonly goTo: (pointer: Pointer) => void
}

export const FillingContext = createContext<Filling | undefined>(undefined)

export const useFilling = (): Filling => {
  const filling = useContext(FillingContext)
  if (!filling) throw new Error('A part of the form stands outside <Filler>')
  return filling
}

/** One thing out of the state. It must be the very same thing as long as it says the same. */
export const useStored = <T>(pick: (state: State) => T): T => {
  const { store } = useFilling()
  return useSyncExternalStore(store.subscribe, () => pick(store.state()))
}

const none: readonly Issue[] = []

export const useAnswer = (keys: Keys): Json | undefined => useStored((state) => valueAt(state.answers, keys))
export const useSettled = (keys: Keys): Json | undefined => useStored((state) => valueAt(state.settled, keys))
export const useHidden = (place: Pointer): boolean => useStored((state) => state.hidden.has(place))
export const useShownIssues = (place: Pointer): readonly Issue[] => useStored((state) => state.shown.get(place) ?? none)
/**
 * The options of some fields. Those that name no rows of a table keep the template's own, so that a name typed in one
 * table does not draw every other anew.
 */
export const useLists = (fields: readonly Field[]): Lists => {
  const { store } = useFilling()
  return useStored((state) => (fields.some(({ refers }) => refers) ? state.lists : store.template.lists))
}
