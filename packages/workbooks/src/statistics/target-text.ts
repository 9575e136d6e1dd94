import type { Target } from '@policyforms/core'

/** As a policy says it: 5, 3—5, 不超过 2, 约 20. */
export const targetText = ({ least, most, about }: Target): string => {
  const text = least === undefined ? `不超过 ${most}` : most === undefined ? `${least}` : `${least}—${most}`
  return about ? `约 ${text}` : text
}
