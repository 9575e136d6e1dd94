interface TabsProps<Key extends string> {
  /** What is told apart by them. */
  readonly legend: string
  readonly tabs: readonly { readonly key: Key; readonly label: string; readonly count: number }[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
}

/** One part of a list at a time, with how many there are in each. */
export const Tabs = <Key extends string>({ legend, tabs, chosen, onChoose }: TabsProps<Key>) => (
  <fieldset className="tabs">
    <legend className="unseen">{legend}</legend>
    {tabs.map(({ key, label, count }) => (
      <button key={key} type="button" aria-pressed={chosen === key} onClick={() => onChoose(key)}>
        {label} <span className="count">{count}</span>
      </button>
    ))}
  </fieldset>
)
