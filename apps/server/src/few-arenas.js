/*
 * glibc gives each thread a heap of its own, some 20 MB that it never gives back. How many there may be is read when a
 * process begins, so this one begins once more, in its own place. Plain JavaScript: it comes before whatever strips types.
 */
const isAsked = process.platform === 'linux' && process.env.MALLOC_ARENA_MAX === undefined

if (isAsked && process.execve)
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    ...process.env,
    MALLOC_ARENA_MAX: '2',
  })
