import type { ReactNode } from 'react'

/** A control with its unit inside the right end. */
export const WithUnit = ({ unit, children }: { unit: string | undefined; children: ReactNode }) =>
  unit === undefined ? (
    children
  ) : (
    <span className="pf-with-unit">
      {children}
      <span className="pf-unit" aria-hidden="true">
        {unit}
      </span>
    </span>
  )
