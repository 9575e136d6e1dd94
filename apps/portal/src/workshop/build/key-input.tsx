import { useId, useState } from 'react'

interface KeyInputProps {
  readonly name: string
  readonly isRight: (typed: string) => boolean
  /** What a key may be, told as long as it is not. */
  readonly help: string
  /** What it is for, told below it otherwise. */
  readonly about?: string
  readonly className?: string
  readonly onRename: (to: string) => void
}

/** A key is taken over when the person is done with it: half a key would be another key. */
export function KeyInput({ name, isRight, help, about, className, onRename }: KeyInputProps) {
  const id = useId()
  const [typed, setTyped] = useState(name)
  const isFine = isRight(typed)
  const words = isFine ? about : help
  const commit = () => {
    if (isFine && typed !== name) onRename(typed)
    else setTyped(name)
  }
  return (
    <div className={className ? `property ${className}` : 'property'}>
      <label htmlFor={id}>键</label>
      <input
        id={id}
        type="text"
        value={typed}
        aria-invalid={!isFine}
        aria-describedby={words ? `${id}-help` : undefined}
        onChange={({ target }) => setTyped(target.value.trim())}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(name)
        }}
      />
      {words && (
        <p className={isFine ? 'help' : 'error-words'} id={`${id}-help`}>
          {words}
        </p>
      )}
    </div>
  )
}
