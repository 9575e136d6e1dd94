/** What a file `*.bench.ts` exports as `bench`. Rooms need not import it: a plain object of this shape will do. */
export interface Bench {
  readonly name: string
  readonly run: () => Promise<readonly Row[]>
}

export interface Row {
  readonly work: string
  readonly ours: number
  /** The same work by hand, in the same run. Without it, `must` bounds `ours` itself. */
  readonly floor?: number
  readonly ratio?: number
  readonly must: number
  readonly unit: string
}
