import { useId, useState } from 'react'

/** A parameter is a column: a threshold by region, a coefficient by industry. */
export function AddParameter({
  taken,
  onAdd,
}: {
  readonly taken: readonly string[]
  readonly onAdd: (name: string) => void
}) {
  const [name, setName] = useState<string>()
  const id = useId()
  if (name === undefined)
    return (
      <button type="button" className="button" onClick={() => setName('')}>
        添一列参数
      </button>
    )
  const isRight = /^[a-z][A-Za-z0-9]*$/.test(name) && !taken.includes(name)
  return (
    <form
      className="add-parameter"
      onSubmit={(event) => {
        event.preventDefault()
        if (isRight) onAdd(name)
        if (isRight) setName(undefined)
      }}
    >
      <label className="unseen" htmlFor={id}>
        参数的键，如 threshold
      </label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it appears because the person asked for it
        autoFocus
        type="text"
        placeholder="参数的键，如 threshold"
        value={name}
        aria-invalid={name !== '' && !isRight}
        onChange={({ target }) => setName(target.value.trim())}
      />
      <button type="submit" className="button" disabled={!isRight}>
        添上
      </button>
      <button type="button" className="button" onClick={() => setName(undefined)}>
        取消
      </button>
    </form>
  )
}
