import type { Json } from '@policyforms/core'

/** A name that is free among others, made from one that is wanted. */
export const freeName = (taken: { readonly [key: string]: Json | undefined }, wanted: string): string => {
  if (!Object.hasOwn(taken, wanted)) return wanted
  const stem = wanted.replace(/\d+$/, '')
  let n = 2
  while (Object.hasOwn(taken, `${stem}${n}`)) n++
  return `${stem}${n}`
}
