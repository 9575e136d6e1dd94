import { type Issue, validate } from '@policyforms/core'
import { changesFrom, derivedExample, exampleDay, exampleOf } from '@policyforms/core/trying'
import { useId, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { type ExampleFile, examplePath, isDerived, textOfExample } from '../model/examples.ts'
import { freeFileName } from '../model/free-name.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { answersOf } from './trial.ts'
import type { OnTrial } from './use-trial.ts'

const isName = (name: string) => /^[a-z][a-z0-9-]{0,59}$/.test(name)
const isError = ({ severity }: Issue) => severity === 'error'

/** What every template should have. */
const wanted = [
  { name: 'complete', of: '填全的' },
  { name: 'minimal', of: '只填必填的' },
]

/** A name for what is to be kept: one that is still missing, or what the answers are an example of. */
const offered = (
  named: string | undefined,
  found: readonly Issue[],
  missing: typeof wanted,
  examples: readonly ExampleFile[],
): string => {
  const one = missing.find(({ name }) => name === named) ?? missing[0]
  if (one) return one.name
  const fault = found.find(isError)
  const stem = fault ? `invalid-${fault.params.rule ?? fault.code}` : (named ?? 'example')
  return freeFileName(stem.slice(0, 54), new Set(examples.map(({ name }) => name)))
}

interface KeepDialogProps {
  readonly on: OnTrial
  readonly examples: readonly ExampleFile[]
  readonly onClose: () => void
}

/** Keeps what is typed as an example: a new file, or the one that it began with. */
export function KeepDialog({ on, examples, onClose }: KeepDialogProps) {
  const { store } = useWorkbench()
  const file = useWorking((state) => state.file)
  const { answers, example, named } = on.state
  const found = on.template ? validate(on.template, answers, { today: exampleDay }) : []
  const missing = found.some(isError) ? [] : wanted.filter((one) => !examples.some(({ name }) => name === one.name))
  const [name, setName] = useState(() => example ?? offered(named, found, missing, examples))
  const [id, form] = [useId(), useId()]
  const there = examples.find((one) => one.name === name)
  const keep = () => {
    store.write(examplePath(file, name), textOfExample(contentOf(there, examples, answers, found)), `存为例子 ${name}`)
    on.trial.keptAs(name)
    onClose()
  }
  return (
    <Dialog
      title="存为例子"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={form} className="button primary" disabled={!isName(name)}>
            {there ? '更新这个例子' : '存为新例子'}
          </button>
        </>
      }
    >
      <form
        id={form}
        className="property"
        onSubmit={(event) => {
          event.preventDefault()
          if (isName(name)) keep()
        }}
      >
        <label htmlFor={id}>例子的名称</label>
        <input
          id={id}
          type="text"
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value.trim())}
        />
        <p className="help">
          小写字母、数字和连字符，例如 complete（填全的）、minimal（只填必填的）、invalid-no-leader（应当报错的）。
        </p>
        {missing.length > 0 && (
          <p className="actions">
            还缺：
            {missing.map((one) => (
              <button key={one.name} type="button" className="link" onClick={() => setName(one.name)}>
                {one.name}（{one.of}）
              </button>
            ))}
          </p>
        )}
      </form>
      <p>
        {found.filter(isError).length === 0
          ? '这些内容没有错误，存为应当通过的例子。'
          : `这些内容有 ${found.length} 处问题，存为应当报出这些问题的例子。`}
      </p>
    </Dialog>
  )
}

/** An example that starts from another goes on doing so. */
const contentOf = (
  there: ExampleFile | undefined,
  examples: readonly ExampleFile[],
  answers: OnTrial['state']['answers'],
  found: readonly Issue[],
) => {
  // `isDerived` has seen that it is an object with a text in `from`.
  const from = there && isDerived(there) ? (there.content as { readonly from: string }).from : undefined
  const base = examples.find((one) => one.name === from?.replace(/\.json$/, ''))
  const start = base && answersOf(base, examples)
  if (from !== undefined && start) return derivedExample(from, changesFrom(start, answers), found)
  return exampleOf(answers, found.some(isError) ? found : [])
}
