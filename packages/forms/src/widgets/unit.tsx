import type { CSSProperties, ReactNode } from 'react'

/** A control with its unit inside the right end. */
export const WithUnit = ({ unit, children }: { unit: string | undefined; children: ReactNode }) =>
  unit === undefined ? (
    children
  ) : (
    <span
      className="pf-with-unit"
      // React's types know no properties of one's own. A letter is at most as wide as the type is high.
      style={{ '--pf-unit': `${[...unit].length}em` } as CSSProperties}
    >
      {children}
      <span className="pf-unit" aria-hidden="true">
        {unit}
      </span>
    </span>
  )
