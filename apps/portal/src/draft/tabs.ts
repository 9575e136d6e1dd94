/** What tabs that have the same draft open say to each other. */
type Word =
  | { readonly is: 'hello' | 'here' | 'bye'; readonly tab: string }
  | { readonly is: 'saved'; readonly tab: string; readonly revision: number }

export interface Tabs {
  saved(revision: number): void
  close(): void
}

/** Tells how many other tabs have the draft open, and when one of them has saved. */
export const joinTabs = (
  draft: string,
  tab: string,
  on: { others: (count: number) => void; saved: (revision: number) => void },
): Tabs => {
  const channel = new BroadcastChannel(`policyforms/draft/${draft}`)
  const others = new Set<string>()
  const say = (word: Word) => channel.postMessage(word)
  const bye = () => say({ is: 'bye', tab })
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.is === 'saved') return on.saved(data.revision)
    if (data.is === 'hello') say({ is: 'here', tab })
    if (data.is === 'bye') others.delete(data.tab)
    else others.add(data.tab)
    on.others(others.size)
  }
  say({ is: 'hello', tab })
  window.addEventListener('pagehide', bye)
  return {
    saved: (revision) => say({ is: 'saved', tab, revision }),
    close: () => {
      bye()
      window.removeEventListener('pagehide', bye)
      channel.close()
    },
  }
}
