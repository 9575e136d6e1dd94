/** A row or column of cells, with what stands in them: readers that reckon nothing show it. */
export interface Cells<T> {
  /** Such as `'历年'!$C$3:$F$3`. */
  readonly range: string
  readonly values: readonly T[]
}

export interface Series {
  readonly name: Cells<string>
  readonly values: Cells<number | undefined>
  /** RGB. */
  readonly colour: string
}

/** A native chart of Excel on a sheet. */
export interface Chart {
  readonly kind: 'bar' | 'line'
  readonly title: string
  /** The number format of the values, such as `0.00`. */
  readonly format: string
  readonly categories: Cells<string>
  readonly series: readonly Series[]
  /** Cells that it covers, counted from 0: its corner and, beyond its end, the opposite one. */
  readonly from: { readonly column: number; readonly row: number }
  readonly to: { readonly column: number; readonly row: number }
}
