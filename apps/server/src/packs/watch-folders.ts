import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Events come in flocks: a change is told when nothing has come for so long, and at the latest after the other. */
const QUIET_MS = 150
const LATEST_MS = 800

/** What cannot be watched is looked at so often. */
const POLL_MS = 10_000

const foldersBelow = (dir: string, below: string, depth = 0): readonly string[] => {
  if (depth > 4) return []
  try {
    // No pack is read through a link, which may lead anywhere.
    if (!lstatSync(join(dir, below)).isDirectory()) return []
    const inner = readdirSync(join(dir, below), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    return [below, ...inner.flatMap(({ name }) => foldersBelow(dir, `${below}/${name}`, depth + 1))]
  } catch {
    // Gone meanwhile.
    return []
  }
}

/**
 * Tells which folders at the top of a folder have changed, or of files beside them (''). One watch for each folder:
 * what Node offers for a whole tree takes one for each file as well, and runs out of them.
 */
export const watchFolders = (
  dir: string,
  onChange: (folders: readonly string[]) => void,
  complain: (error: unknown) => void,
) => {
  const watchers = new Map<string, FSWatcher>()
  const unwatched = new Set<string>()
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let since = 0

  const tell = () => {
    const folders = [...changed]
    changed.clear()
    since = 0
    // Watched first, then read: nothing that comes in between is lost.
    for (const folder of folders) cover(folder)
    onChange(folders)
  }
  const note = (folder: string) => {
    changed.add(folder)
    since ||= performance.now()
    clearTimeout(timer)
    timer = setTimeout(tell, Math.max(0, Math.min(QUIET_MS, since + LATEST_MS - performance.now())))
  }
  const begin = (path: string, top: string) => {
    if (watchers.has(path)) return
    try {
      const onEvent = (name: string | null) => note(top === '' && name && !name.endsWith('.json') ? name : top)
      const watcher = watch(join(dir, path), (_, name) => onEvent(name))
      watcher.on('error', () => end(path))
      watchers.set(path, watcher)
    } catch (error) {
      if (unwatched.size === 0) complain(error)
      unwatched.add(top)
    }
  }
  const end = (path: string) => {
    watchers.get(path)?.close()
    watchers.delete(path)
  }
  const cover = (top: string) => {
    if (top === '') return
    const there = new Set(foldersBelow(dir, top))
    for (const path of watchers.keys()) if ((path === top || path.startsWith(`${top}/`)) && !there.has(path)) end(path)
    for (const path of there) begin(path, top)
  }
  const poll = setInterval(() => unwatched.size > 0 && onChange([...unwatched]), POLL_MS)

  begin('', '')
  return {
    cover,
    close: () => {
      clearTimeout(timer)
      clearInterval(poll)
      for (const path of [...watchers.keys()]) end(path)
    },
  }
}
