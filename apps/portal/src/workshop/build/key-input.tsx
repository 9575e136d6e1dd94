import { useEffect, useId, useState } from 'react'

interface KeyControlProps {
  readonly id: string
  readonly name: string
  readonly isRight: (typed: string) => boolean
  /** What a key may be, told as long as it is not. */
  readonly help: string
  readonly describedBy?: string | undefined
  readonly onRename: (to: string) => void
}

/** A key is taken over when the person is done with it: half a key would be another key. */
export function KeyControl({ id, name, isRight, help, describedBy, onRename }: KeyControlProps) {
  const [typed, setTyped] = useState(name)
  useEffect(() => setTyped(name), [name])
  // One that has not been given yet is not wrong yet.
  const isFine = isRight(typed) || (typed === '' && name === '')
  const commit = () => {
    if (typed !== name && isRight(typed)) onRename(typed)
    else setTyped(name)
  }
  return (
    <>
      <input
        id={id}
        type="text"
        value={typed}
        aria-invalid={!isFine}
        aria-describedby={isFine ? describedBy : `${id}-wrong`}
        onChange={({ target }) => setTyped(target.value.trim())}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(name)
        }}
      />
      {!isFine && (
        <p className="error-words" id={`${id}-wrong`}>
          {help}
        </p>
      )}
    </>
  )
}

interface KeyInputProps extends Omit<KeyControlProps, 'id' | 'describedBy'> {
  /** What it is for. */
  readonly about?: string
  readonly className?: string
}

/** A key with its label. */
export function KeyInput({ about, className, ...control }: KeyInputProps) {
  const id = useId()
  return (
    <div className={className ? `property ${className}` : 'property'}>
      <label htmlFor={id}>键</label>
      <KeyControl {...control} id={id} describedBy={about && `${id}-about`} />
      {about && (
        <p className="help" id={`${id}-about`}>
          {about}
        </p>
      )}
    </div>
  )
}
