import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { type Completing, completeExpression } from './complete-expression.ts'
import type { ExpressionFault } from './read-expression.ts'

export interface MountedExpression {
  setText(text: string): void
  setFaults(faults: readonly ExpressionFault[]): void
  focus(): void
  close(): void
}

const fromOutside = Annotation.define<boolean>()

const theme = EditorView.theme({
  '&': { fontSize: '14px', color: 'var(--ink)', backgroundColor: 'var(--paper)', border: '1px solid var(--edge)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-content': {
    fontFamily: 'ui-monospace, "Cascadia Mono", Consolas, monospace',
    caretColor: 'var(--ink)',
    padding: '6px 4px',
  },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--edge)' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxWidth: '40em' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.8' },
  '.cm-completionInfo': { maxWidth: '24em', padding: '4px 8px', lineHeight: '20px' },
})

/**
 * One line of the rules' language, wrapped: in a shadow root, where the styles of the editor pass the page's policy.
 * Undo is the workshop's own, for all its editors together.
 */
export const mountExpression = (
  host: HTMLElement,
  label: string,
  on: {
    readonly onChange: (text: string) => void
    readonly completing: () => Completing
    readonly onLeave: () => void
  },
): MountedExpression => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const parent = document.createElement('div')
  root.replaceChildren(parent)
  const view: EditorView = new EditorView({
    parent,
    root,
    state: EditorState.create({
      extensions: [
        closeBrackets(),
        autocompletion({
          override: [(context) => completeExpression(context, on.completing())],
          icons: false,
          maxRenderedOptions: 60,
        }),
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\n\s*/g, ' ')),
        EditorState.phrases.of({ Completions: '补全' }),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          // An expression is one line; Tab goes on to the next field.
          { key: 'Enter', run: () => true },
          ...defaultKeymap,
        ]),
        EditorView.domEventHandlers({
          blur: () => on.onLeave(),
          compositionend: () => {
            setTimeout(() => on.onChange(view.state.doc.toString()))
          },
        }),
        EditorView.updateListener.of((update) => {
          const isOurs = update.transactions.some((one) => one.annotation(fromOutside))
          if (update.docChanged && !isOurs && !view.composing) on.onChange(update.state.doc.toString())
        }),
      ],
    }),
  })
  return {
    setText: (text) => {
      const now = view.state.doc.toString()
      if (now === text || view.composing) return
      view.dispatch({ changes: { from: 0, to: now.length, insert: text }, annotations: fromOutside.of(true) })
    },
    setFaults: (faults) => {
      const { length } = view.state.doc
      const marked = faults.map(({ start, text }) => {
        const from = Math.min(start, Math.max(0, length - 1))
        const word = /^[\w.]+/.exec(view.state.sliceDoc(from))?.[0].length ?? 1
        return { from, to: Math.min(length, from + Math.max(1, word)), severity: 'error' as const, message: text }
      })
      view.dispatch(setDiagnostics(view.state, marked))
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  }
}
