import type { Look } from './look.ts'
import { officialStyles } from './official-styles.ts'
import type { Profile } from './profile.ts'
import { paragraphStyles } from './styles.ts'

/** Every paragraph style of a file, by id. */
export const stylesOf = (profile: Profile): Readonly<Record<string, Look & { readonly name: string }>> => ({
  ...paragraphStyles(profile),
  ...officialStyles(profile),
})
