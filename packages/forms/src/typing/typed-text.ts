/** Where the text of a control goes, and what it shows when it is not in use. */
export interface Port {
  /** Takes the text; the control goes on showing what was typed. */
  write(text: string): void
  /** What the control should show now, by the answers. */
  read(inUse: boolean): string
  /** After every change of what is shown, half-composed text included. */
  onText?(text: string): void
}

export type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Long enough that nobody types into a commit, short enough that totals seem live. */
const idle = 300

/**
 * Keeps typed text in the control itself and commits it when idle, on blur and on `commit`. While an input method
 * composes, only the text from before the composition counts. The text in a control is never replaced while the
 * control is in use, so a late commit has nothing to overwrite.
 */
export const typedText = (port: Port) => {
  let control: TextControl | undefined
  let stable = ''
  let isPending = false
  let isComposing = false
  let isEdited = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const isFocused = () => control !== undefined && control.ownerDocument.activeElement === control
  const isInUse = () => isPending || isComposing || (isFocused() && isEdited)

  const commit = () => {
    clearTimeout(timer)
    if (!isPending) return
    isPending = false
    port.write(stable)
  }
  const put = (into: TextControl, text: string) => {
    stable = text
    if (into.value !== text) {
      // Tab selects all, so that typing replaces; new text would leave the caret at its end instead.
      const isSelected = into.value !== '' && into.selectionStart === 0 && into.selectionEnd === into.value.length
      into.value = text
      if (isSelected && isFocused()) into.select()
    }
    port.onText?.(text)
  }
  const refresh = () => {
    if (control && !isInUse()) put(control, port.read(isFocused()))
  }
  const take = () => {
    if (!control) return
    stable = control.value
    isPending = true
    isEdited = true
    clearTimeout(timer)
    timer = setTimeout(commit, idle)
  }

  return {
    commit,
    isInUse,
    /** The answers have changed, or the control has just appeared. */
    refresh,
    attach: (next: TextControl | null) => {
      if (next) {
        control = next
        refresh()
        return
      }
      // The control goes away in mid-composition: what was typed before stays, what is half-composed does not.
      commit()
      isComposing = false
      isEdited = false
      control = undefined
    },
    events: {
      onFocus: refresh,
      onInput: () => {
        if (!isComposing) take()
        if (control) port.onText?.(control.value)
      },
      onCompositionStart: () => {
        if (control) stable = control.value
        isComposing = true
        isEdited = true
      },
      onCompositionEnd: () => {
        isComposing = false
        take()
        if (!isFocused()) leave()
      },
      onBlur: () => {
        if (!isComposing) leave()
      },
    },
  }

  function leave() {
    commit()
    isEdited = false
    // The blur event comes while the control may still count as the active element.
    if (control && !isComposing) put(control, port.read(false))
  }
}
