export interface CellAt {
  readonly row: number
  readonly column: number
}

const isTextControl = (target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')

const edges = (control: HTMLInputElement | HTMLTextAreaElement) => {
  const { selectionStart: from, selectionEnd: to, value } = control
  const isAll = from === 0 && to === value.length
  return { atStart: isAll || (from === 0 && to === 0), atEnd: isAll || (from === value.length && to === value.length) }
}

/** Whether an arrow key leaves the control: at the edge of its text, or when all of it is selected. */
const leavesText = (control: HTMLInputElement | HTMLTextAreaElement, key: string): boolean => {
  const { atStart, atEnd } = edges(control)
  if (key === 'ArrowLeft') return atStart
  if (key === 'ArrowRight') return atEnd
  if (control instanceof HTMLInputElement) return true
  return key === 'ArrowUp' ? atStart : atEnd
}

const steps: Readonly<Record<string, CellAt>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

const tabbables = 'input:not([type=file]):not([tabindex="-1"]),select,textarea,button:not([tabindex="-1"]),a[href]'

/** Whether Tab would stay within the cell, which may hold several controls. */
const staysInCell = (cell: HTMLElement, target: EventTarget, isBack: boolean): boolean => {
  const all: EventTarget[] = [...cell.querySelectorAll(tabbables)]
  const index = all.indexOf(target)
  return index >= 0 && index !== (isBack ? 0 : all.length - 1)
}

export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly target: EventTarget
}

/**
 * Where a key leads from a cell, or undefined when it belongs to the control in it. Arrows move the way they do in a
 * spreadsheet as long as nothing of the text is being edited; a list keeps its arrows. Enter goes down, Tab along.
 */
export const targetOf = (press: KeyPress, at: CellAt, cell: HTMLElement, columns: number): CellAt | undefined => {
  const { key, target } = press
  if (press.altKey || press.ctrlKey || press.metaKey) return undefined
  if (key === 'Tab') {
    if (staysInCell(cell, target, press.shiftKey)) return undefined
    const index = at.row * columns + at.column + (press.shiftKey ? -1 : 1)
    return { row: Math.floor(index / columns), column: ((index % columns) + columns) % columns }
  }
  if (key === 'Enter') {
    if (press.shiftKey || target instanceof HTMLButtonElement) return undefined
    return { row: at.row + 1, column: at.column }
  }
  const step = steps[key]
  if (!step || press.shiftKey) return undefined
  const isFree = target === cell || (isTextControl(target) && leavesText(target, key))
  return isFree ? { row: at.row + step.row, column: at.column + step.column } : undefined
}
