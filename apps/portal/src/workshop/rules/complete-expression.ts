import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import guide from '@policyforms/core/function-guide' with { type: 'json' }
import { isMeant, optionText, type Pickable } from './pickable.ts'

/** What an expression may name where it stands. */
export interface Completing {
  readonly fields: readonly Pickable[]
  /** self, parent, row and what they are. */
  readonly names: readonly { readonly name: string; readonly is: string }[]
}

interface Described {
  readonly about: string
  readonly examples: Readonly<Record<string, string>>
}

// JSON modules type each entry by what it happens to hold.
const described = guide.groups.flatMap(({ functions }) =>
  Object.entries(functions as Readonly<Record<string, Described>>),
)

/** Behind a dot the rows of a table can be gone through; everywhere else functions stand before what they take. */
const macros = ['all', 'exists', 'exists_one', 'filter', 'map']

const functionOptions: readonly Completion[] = described
  .filter(([name]) => /^\w+$/.test(name) && !macros.includes(name))
  .map(([name, { about, examples }]) => ({
    label: name,
    displayLabel: `${name}(…)`,
    detail: about.split('。')[0] ?? '',
    info: `${about}例：${Object.keys(examples)[0] ?? ''}`,
    apply: (view, _, from, to) => {
      const text = name === 'today' ? 'today()' : `${name}()`
      const cursor = from + text.length - (name === 'today' ? 0 : 1)
      view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: cursor } })
    },
  }))

const macroOptions: readonly Completion[] = described
  .filter(([name]) => macros.includes(name))
  .map(([name, { about, examples }]) => ({
    label: name,
    displayLabel: `${name}(r, …)`,
    detail: about.replace(/。$/, ''),
    info: `例：${Object.keys(examples)[0] ?? ''}`,
    apply: (view, _, from, to) => {
      const text = `${name}(r, r.)`
      view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length - 1 } })
    },
  }))

const most = 60

/** By a title or a path, whichever is typed; functions by their names or by what they do. */
export const completeExpression = (context: CompletionContext, at: Completing): CompletionResult | null => {
  const option = context.matchBefore(/([\w.]+)\s*(==|!=)\s*"?[\p{L}\p{N}-]*$/u)
  if (option) return optionsFor(option.text, context.pos, at)
  const word = context.matchBefore(/[\p{L}\p{N}_.（）()“”-]*$/u)
  const typed = /[\p{L}\p{N}_.]*$/u.exec(word?.text ?? '')?.[0] ?? ''
  if (typed === '' && !context.explicit) return null
  const from = context.pos - typed.length
  const dot = typed.lastIndexOf('.')
  const rows = at.fields.find(({ text, takes }) => takes.includes('table') && text === typed.slice(0, dot))
  if (rows) return { from: from + dot + 1, options: [...columnsOf(rows, at), ...macroOptions], filter: true }
  const options = [
    ...at.names.filter(({ name, is }) => name.startsWith(typed) || is.includes(typed)).map(nameOption),
    ...fieldsMeant(at.fields, typed).map(fieldOption),
    ...at.fields.filter((field) => field.takes.includes('table') && isCounted(field, typed)).map(countOption),
    ...functionOptions.filter(({ label, detail = '' }) => label.startsWith(typed) || detail.includes(typed)),
  ]
  return options.length === 0 ? null : { from, options, filter: false }
}

/** Counting the rows that are such and such is asked for by the table's name, or by what it is. */
const isCounted = (table: Pickable, typed: string): boolean =>
  typed !== '' && (table.title.includes(typed) || '数出符合条件的行数计数count'.includes(typed))

const countOption = ({ title, text }: Pickable): Completion => ({
  label: `count(${text}.filter(r, r.))`,
  displayLabel: `数出“${title}”里符合条件的行`,
  detail: '在 r. 后面写条件',
  apply: (view, _, from, to) => {
    const insert = `count(${text}.filter(r, r.))`
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length - 2 } })
  },
})

/** Those that are called so themselves come before those that only stand in something called so. */
const fieldsMeant = (fields: readonly Pickable[], typed: string): readonly Pickable[] => {
  const found = fields.filter((field) => isMeant(field, typed))
  const isOwn = ({ title, text }: Pickable) => title.includes(typed) || text.startsWith(typed)
  return [...found.filter(isOwn), ...found.filter((field) => !isOwn(field))].slice(0, most)
}

const nameOption = ({ name, is }: Completing['names'][number]): Completion => ({ label: name, detail: is })

const fieldOption = ({ trail, text, unit }: Pickable): Completion => ({
  label: text,
  displayLabel: trail,
  detail: unit ? `${text} ${unit}` : text,
})

const columnsOf = (table: Pickable, { fields }: Completing): readonly Completion[] =>
  fields
    .filter((field) => field.table?.text === table.text && !field.isSum && !field.text.startsWith('row.'))
    .map((field) => ({ label: String(field.path.at(-1)), displayLabel: field.title, detail: `各行的${field.title}` }))

/** The options of a choice, by their titles. */
const optionsFor = (text: string, pos: number, { fields }: Completing): CompletionResult | null => {
  const [, path = '', , typed = ''] = /^([\w.]+)\s*(==|!=)\s*("?[\p{L}\p{N}-]*)$/u.exec(text) ?? []
  const field = fields.find((one) => one.text === path)
  if (!field?.options) return null
  const word = typed.replace('"', '')
  const found = field.options.filter(({ code, title }) => title.includes(word) || code.startsWith(word)).slice(0, most)
  return {
    from: pos - typed.length,
    filter: false,
    options: found.map(({ code, title }) => ({ label: optionText(field, code), displayLabel: title, detail: code })),
  }
}
