import type { Engine } from '../store/engine.ts'
import type { Who } from '../store/store.ts'

export interface KnownSigner {
  readonly publicKey: string
  readonly name: string
  readonly since: string
}

/** Keys that packs from elsewhere were signed with, remembered by names that people here gave them. */
export interface KnownSigners {
  list(who: Who): Promise<readonly KnownSigner[]>
  /** A key that is known already keeps its name. */
  remember(who: Who, signer: KnownSigner): Promise<void>
}

export const knownSigners = (engine: Engine): KnownSigners => ({
  list: ({ workspace }) =>
    engine.reads
      .selectFrom('signer')
      .select(['publicKey', 'name', 'since'])
      .where('workspace', '=', workspace)
      .orderBy('since')
      .execute(),

  remember: ({ workspace, user }, signer) =>
    engine.write(async (tx) => {
      await tx
        .insertInto('signer')
        .values({ workspace, by: user, ...signer })
        .onConflict((conflict) => conflict.columns(['workspace', 'publicKey']).doNothing())
        .execute()
    }),
})
