const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/**
 * An English type name from ids and keys alone, so that it stays when titles are reworded:
 * `some-place/annual-report`, `finance` → `SomePlaceAnnualReportFinance`.
 */
export const typeName = (...keys: readonly string[]): string =>
  keys
    .flatMap((key) => key.split(/[^A-Za-z0-9]+/))
    .map(capitalised)
    .join('')
