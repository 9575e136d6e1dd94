interface SearchFieldProps {
  readonly label: string
  /** What may be looked for, where the label does not say it. */
  readonly hint?: string
  readonly words: string
  readonly onWords: (words: string) => void
}

/** A field that narrows down what is listed below it. */
export const SearchField = ({ label, hint = label, words, onWords }: SearchFieldProps) => (
  <input
    type="search"
    aria-label={label}
    placeholder={hint}
    value={words}
    onChange={(event) => onWords(event.target.value)}
  />
)
