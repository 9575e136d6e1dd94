import type { Json } from '@policyforms/core'

/** A key that is free among others, made from one that is wanted: name, name2. */
export const freeName = (taken: { readonly [key: string]: Json | undefined }, wanted: string): string => {
  if (!Object.hasOwn(taken, wanted)) return wanted
  const stem = wanted.replace(/\d+$/, '')
  let n = 2
  while (Object.hasOwn(taken, `${stem}${n}`)) n++
  return `${stem}${n}`
}

/** The same for the name of a file: name, name-2. */
export const freeFileName = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted
  let n = 2
  while (taken.has(`${wanted}-${n}`)) n++
  return `${wanted}-${n}`
}
