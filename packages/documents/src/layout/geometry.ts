/** A4 and the official margins of GB/T 9704-2012, 5.1 and 5.2, in twentieths of a point: 37, 26, 35 and 28 mm. */
export const paper = { width: 11906, height: 16838 } as const
export const margins = { top: 2098, right: 1474, bottom: 1984, left: 1587 } as const

/** The width of the text area, 156 mm. */
export const textWidth = paper.width - margins.left - margins.right
export const textHeight = paper.height - margins.top - margins.bottom

/** Puts the dash of the page number 7 mm below the text area (GB/T 9704-2012, 7.5). */
export const footerDistance = 1417

/** Left and right inside every table cell, and inside those of a table that is crowded. */
export const cellMargin = 60
export const fineMargin = 40
