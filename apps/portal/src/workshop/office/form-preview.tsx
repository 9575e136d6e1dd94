import { sampleAnswers } from '@policyforms/core/trying'
import { useEffect, useMemo } from 'react'
import { titleOfTemplate } from '../model/template-title.ts'
import { useTrial } from '../try/use-trial.ts'
import { WordPreview } from '../try/word-preview.tsx'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { usersOf } from './form-files.ts'
import '../try/try.css'

/** The Word file as it is printed: filled with an example, or with what is made up where there is none. */
export function FormPreview({ path }: { readonly path: string }) {
  const { store } = useWorkbench()
  const files = useWorking((state) => state.history.now)
  const file = useWorking((state) => state.file)
  const users = usersOf(files, path)
  const [first] = users
  const isUser = users.includes(file)
  // What is previewed is the template under the hand.
  useEffect(() => {
    if (first !== undefined && !usersOf(store.files, path).includes(store.state().file)) store.show(first)
  }, [first, path, store])
  const titleOf = (one: string) => titleOfTemplate(files.get(one) ?? '', one)
  return (
    <section className="pack-beside form-beside" aria-label="填好的样子">
      <div className="build-tools">
        {users.length > 1 ? (
          <label className="choice-row">
            填好的样子
            <select value={file} onChange={({ target }) => store.show(target.value)}>
              {!isUser && <option value={file}>选一份材料</option>}
              {users.map((one) => (
                <option key={one} value={one}>
                  {titleOf(one)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <h3>填好的样子</h3>
        )}
      </div>
      {isUser ? (
        <Filled key={file} />
      ) : (
        <p className="form-unused secondary">
          {first === undefined ? (
            '勾选用它的材料以后，这里显示填好的样子。'
          ) : (
            <>
              《{titleOf(file)}》不用这份表样。
              <button type="button" className="link" onClick={() => store.show(first)}>
                看《{titleOf(first)}》的
              </button>
            </>
          )}
        </p>
      )}
    </section>
  )
}

function Filled() {
  const on = useTrial()
  const { state, template } = on
  const isEmpty = Object.keys(state.answers).length === 0
  const answers = useMemo(
    () => (isEmpty && template ? sampleAnswers(template).complete : state.answers),
    [isEmpty, template, state.answers],
  )
  return <WordPreview on={{ ...on, state: { ...state, answers } }} />
}
