import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { runCommand } from '../run-command.ts'

export const root = fileURLToPath(new URL('../../../../', import.meta.url))

export interface Called {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs the command in this process: what most tests do, as a process of its own costs half a second. */
export const call = async (...args: readonly string[]): Promise<Called> => {
  const lines = { out: [] as string[], err: [] as string[] }
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.out.push(line))
  const error = vi.spyOn(console, 'error').mockImplementation((line) => void lines.err.push(line))
  try {
    const exit = await runCommand(args)
    return { exit, out: lines.out.join('\n'), err: lines.err.join('\n') }
  } finally {
    log.mockRestore()
    error.mockRestore()
  }
}

/** Runs the command as the shell does, from the project's root. */
export const spawned = (...args: readonly string[]): Promise<Called> =>
  new Promise((done) => {
    execFile(process.execPath, ['apps/cli/src/main.ts', ...args], { cwd: root }, (error, out, err) =>
      done({ exit: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
