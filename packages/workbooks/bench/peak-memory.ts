import { existsSync, readFileSync } from 'node:fs'

const status = '/proc/self/status'

/** The most memory that this process has held, in MB. On Linux `maxRSS` begins with what the parent held when it forked. */
export const peakMemory = (): number => {
  const held = existsSync(status) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return Number(held ?? process.resourceUsage().maxRSS) / 1024
}
