import { useId, useState } from 'react'

export interface Choice {
  readonly key: string
  readonly title: string
  readonly detail?: string
  /** What else it may be found by. */
  readonly words?: string
}

interface SearchPickerProps {
  readonly id?: string
  readonly label: string
  readonly choices: readonly Choice[]
  readonly onPick: (key: string) => void
  /** What is chosen, as the field shows it while nothing is typed. */
  readonly chosen?: string
  readonly placeholder?: string
  readonly describedBy?: string | undefined
}

const most = 40

const isFound = ({ title, detail = '', words = '' }: Choice, typed: string): boolean =>
  typed
    .trim()
    .split(/\s+/)
    .every((word) => `${title} ${detail} ${words}`.toLowerCase().includes(word.toLowerCase()))

/** One of many, found by typing a part of its title: a combobox with its list, as ARIA describes it. */
export function SearchPicker(props: SearchPickerProps) {
  const { label, choices, onPick, chosen = '', placeholder, describedBy } = props
  const own = useId()
  const id = props.id ?? own
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const isOpen = typed !== undefined
  const found = isOpen ? choices.filter((choice) => isFound(choice, typed)) : []
  const shown = found.slice(0, most)
  const close = () => {
    setTyped(undefined)
    setActive(0)
  }
  const pick = (choice: Choice | undefined) => {
    if (!choice) return
    close()
    onPick(choice.key)
  }
  const onKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) setTyped('')
      else setActive((now) => (now + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % Math.max(1, shown.length))
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      pick(shown[active])
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      close()
    }
  }
  return (
    <div className="search-picker">
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-describedby={describedBy}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && shown[active] ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        value={typed ?? chosen}
        onClick={() => !isOpen && setTyped('')}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
        }}
        onKeyDown={onKey}
        onBlur={close}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={!isOpen}>
        {shown.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
          <div
            key={choice.key}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(choice)}
          >
            <span>{choice.title}</span>
            {choice.detail && <span className="secondary"> {choice.detail}</span>}
          </div>
        ))}
        {isOpen && shown.length === 0 && (
          <div role="option" tabIndex={-1} aria-selected={false} aria-disabled="true" className="secondary">
            没有找到
          </div>
        )}
      </div>
    </div>
  )
}
