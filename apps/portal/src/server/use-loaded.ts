import useSWR, { type SWRConfiguration } from 'swr'
import { call, ServerTrouble } from './call.ts'

/** What a path answers: known, on its way, or in trouble. What was known stays on the page while it is asked again. */
export interface Loaded<T> {
  readonly value: T | undefined
  readonly trouble: ServerTrouble | undefined
  /** Ends when it is there. */
  readonly again: (value?: T) => Promise<void>
}

export const useLoaded = <T>(path: string | null, options?: SWRConfiguration): Loaded<T> => {
  const { data, error, mutate } = useSWR<T, unknown>(path, (asked: string) => call<T>('GET', asked), options)
  const trouble =
    error === undefined ? undefined : error instanceof ServerTrouble ? error : new ServerTrouble(500, undefined)
  return {
    value: data,
    trouble,
    again: async (value) => void (await (value === undefined ? mutate() : mutate(value, false))),
  }
}

/** What never changes once it is there, such as a published template. */
export const useFixed = <T>(path: string | null) =>
  useLoaded<T>(path, { revalidateIfStale: false, revalidateOnFocus: false, revalidateOnReconnect: false })
