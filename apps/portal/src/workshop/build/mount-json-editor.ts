import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { type Issue, keysOf, pointerOf, sentence } from '@policyforms/core'
import { placeAt, rangesIn } from '@policyforms/core/editing'
import { helping, type JsonHelp } from './json-help.ts'

/** Both count from 1. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

export interface JsonEditor {
  setText(text: string): void
  setIssues(issues: readonly Issue[]): void
  /** Brings a place into view and marks it, unless the person is writing here. */
  show(pointer: string): void
  /** Puts the cursor at a place, ready to type. */
  goTo(position: TextPosition): void
  close(): void
}

/** Tells what came from outside from what was typed. */
const fromOutside = Annotation.define<boolean>()

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--green)' },
  { tag: tags.punctuation, color: 'var(--secondary)' },
])

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-content': { fontFamily: 'ui-monospace, "Cascadia Mono", Consolas, monospace', caretColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--ground)', color: 'var(--secondary)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)' },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--edge)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-help': { padding: '4px 8px', maxWidth: '36em', lineHeight: '20px' },
})

/**
 * CodeMirror in a shadow root of its own: there its styles are adopted style sheets, which the page's policy of
 * `style-src 'self'` lets pass, as it does not the `style` element that it would put into the page.
 */
export const mountJsonEditor = (
  host: HTMLElement,
  label: string,
  help: JsonHelp,
  on: { readonly onChange: (text: string) => void; readonly onPlace: (pointer: string) => void },
): JsonEditor => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const parent = document.createElement('div')
  parent.style.height = '100%'
  root.replaceChildren(parent)
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        foldGutter(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        json(),
        indentUnit.of('  '),
        syntaxHighlighting(colours),
        lintGutter(),
        ...helping(help),
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorState.phrases.of({
          'Fold line': '收起',
          'Unfold line': '展开',
          'folded code': '已收起',
          Completions: '补全',
        }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...foldKeymap, ...lintKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          const isOurs = update.transactions.some((one) => one.annotation(fromOutside))
          if (update.docChanged && !isOurs && !view.composing) on.onChange(update.state.doc.toString())
          if (update.selectionSet && view.hasFocus && !isOurs)
            on.onPlace(pointerOf(placeAt(update.state.doc.toString(), update.state.selection.main.head).keys))
        }),
      ],
    }),
  })
  // What scrolls can be scrolled by keyboard alone. Tab is left to lead out of the editor.
  view.scrollDOM.tabIndex = 0
  return {
    setText: (text) => {
      const now = view.state.doc.toString()
      if (now === text) return
      view.dispatch({ changes: changeBetween(now, text), annotations: fromOutside.of(true) })
    },
    setIssues: (issues) => {
      view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state.doc.toString(), issues)))
    },
    show: (pointer) => {
      const range = view.hasFocus ? undefined : rangesIn(view.state.doc.toString())(keysOf(pointer))
      if (!range) return
      view.dispatch({ selection: { anchor: range[0] }, annotations: fromOutside.of(true) })
      // Not CodeMirror's own `scrollIntoView`, which would move the page around the editor too.
      view.scrollDOM.scrollTop = view.lineBlockAt(range[0]).top - view.scrollDOM.clientHeight / 2
    },
    goTo: ({ line, column }) => {
      const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines))
      const anchor = Math.min(to, from + column - 1)
      view.dispatch({ selection: { anchor }, annotations: fromOutside.of(true) })
      view.focus()
      host.scrollIntoView({ block: 'nearest' })
      view.scrollDOM.scrollTop = view.lineBlockAt(anchor).top - view.scrollDOM.clientHeight / 2
    },
    close: () => view.destroy(),
  }
}

/** The one stretch that differs, so that the cursor and the view stay where they are. */
const changeBetween = (before: string, after: string) => {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  let same = 0
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) }
}

const diagnosticsOf = (text: string, issues: readonly Issue[]): readonly Diagnostic[] => {
  if (issues.length === 0) return []
  const rangeOf = rangesIn(text)
  const lines = lineStarts(text)
  return issues.map((issue) => {
    const line = lines[(issue.line ?? 1) - 1] ?? text.length
    const start = Math.min(text.length, line + (issue.column ?? 1) - 1)
    const range = issue.code === 'json-syntax' ? undefined : rangeOf(keysOf(issue.at))
    const [from, to] =
      range && range[0] <= start
        ? [start, Math.max(start, endOfFirstLine(text, start, range[1]))]
        : [start, Math.min(text.length, start + 1)]
    return { from, to, severity: issue.severity, message: sentence(issue) }
  })
}

const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1),
]

/** A fault of a whole node is marked on its first line only. */
const endOfFirstLine = (text: string, from: number, to: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? to : Math.min(end, to)
}
