import { type Coverage, coverageOf, type Pack } from '@policyforms/core/pack'
import type { Procedure } from '@policyforms/procedure'
import { compileProcedure } from '@policyforms/procedure/compile'

/** A pack as plain data, which may cross to another thread: its procedure compiled, or the faults that kept it from it. */
export interface PlainPack extends Omit<Pack, 'procedure'> {
  readonly procedure?: Procedure
  readonly coverage: Coverage
}

export const plainPack = (pack: Pack): PlainPack => {
  const { procedure: source, ...rest } = pack
  const { procedure, issues = [] } = source ? compileProcedure(source) : {}
  return {
    ...rest,
    issues: [...pack.issues, ...issues],
    ...(procedure && { procedure }),
    coverage: coverageOf(pack),
  }
}
