/** A4, in twentieths of a point. */
export const paper = { width: 11906, height: 16838 } as const

export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The official margins of GB/T 9704-2012, 5.2.1: 37, 26, 35 and 28 mm. */
export const officialMargins: Margins = { top: 2098, right: 1474, bottom: 1984, left: 1587 }

/** A page and the text area on it. */
export interface Page {
  readonly margins: Margins
  readonly textWidth: number
  readonly textHeight: number
  readonly footerDistance: number
}

/** 7 mm below the text area stands the dash of the page number (GB/T 9704-2012, 7.5). */
const belowText = 567

export const pageWith = (margins: Margins): Page => ({
  margins,
  textWidth: paper.width - margins.left - margins.right,
  textHeight: paper.height - margins.top - margins.bottom,
  footerDistance: Math.max(400, margins.bottom - belowText),
})

export const officialPage = pageWith(officialMargins)

/** Left and right inside every table cell, and inside those of a table that is crowded. */
export const cellMargin = 60
export const fineMargin = 40
/** Left and right inside the boxes of a base table. */
export const boxMargin = 90
