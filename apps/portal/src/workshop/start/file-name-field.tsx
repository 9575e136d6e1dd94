import { useId } from 'react'

interface FileNameFieldProps {
  readonly label: string
  readonly example: string
  readonly value: string
  readonly onChange: (name: string) => void
}

export const isFileName = (name: string): boolean => /^[a-z][a-z0-9-]{0,59}$/.test(name)

/** What a folder or a file is called on disk, which stays. */
export function FileNameField({ label, example, value, onChange }: FileNameFieldProps) {
  const id = useId()
  const isWrong = value !== '' && !isFileName(value)
  return (
    <div className="property">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        maxLength={60}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => onChange(target.value.trim())}
      />
      <p className={isWrong ? 'error-words' : 'help'} id={`${id}-help`}>
        用英文小写、数字和短横线，如 {example}。以后不改。
      </p>
    </div>
  )
}
