import type { Json } from '@policyforms/core'
import type { Pack } from '@policyforms/core/pack'
import type { Procedure } from '@policyforms/procedure'
import { compileProcedure } from '@policyforms/procedure/compile'

/** A pack as plain data, which may cross to another thread: its procedure compiled, or the faults that kept it from it. */
export interface PlainPack extends Omit<Pack, 'procedure'> {
  readonly procedure?: Procedure
  /** `procedure.json` as it is written, if its shape and names are right. */
  readonly written?: Json
}

export const plainPack = ({ procedure: found, ...pack }: Pack): PlainPack => {
  if (!found) return pack
  const { procedure, issues } = compileProcedure(found)
  return {
    ...pack,
    issues: [...pack.issues, ...issues],
    ...(procedure && { procedure }),
    written: found.source.value,
  }
}
