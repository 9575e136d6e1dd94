import type { Json } from '@policyforms/core'

/** A pasted or imported text that is no option: kept and shown until something is chosen instead. */
export const Stray = ({ value }: { value: Json | undefined }) =>
  typeof value === 'string' ? <p className="pf-stray">原文：{value}</p> : null
