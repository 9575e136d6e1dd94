import { bytesOfBase64 } from '@policyforms/core/editing'
import { toast } from '../../parts/toasts.tsx'
import { keep } from '../../server/download.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { FormChecks } from './form-checks.tsx'
import { FormDrop } from './form-drop.tsx'
import { bytesIn, nameInPack, shortName, sizeInWords, usersOf, withoutForm, withUsers } from './form-files.ts'
import { FormUsers } from './form-users.tsx'
import type { TakenForm } from './take-form.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const blobOf = (text: string): Blob => new Blob([bytesOfBase64(text)], { type: wordType })

/** One Word file of the office: what is printed by it, a newer one in its place, and what its places are filled by. */
export function FormPanel({ path }: { readonly path: string }) {
  const { store } = useWorkbench()
  const files = useWorking((state) => state.history.now)
  const text = files.get(path) ?? ''
  const users = usersOf(files, path)
  const name = shortName(path)
  const replace = (taken: TakenForm) => {
    const isSame = taken.text === text
    store.write(path, taken.text, `换表样 ${name}`)
    toast({ tone: 'done', text: isSame ? `“${taken.name}”和现在的一样，没有改动。` : `已换成“${taken.name}”。` })
  }
  return (
    <section className="pack-panel node-panel" aria-label={name}>
      <div className="node-head">
        <h2>{name}</h2>
        <div className="form-actions">
          <button type="button" className="button" onClick={() => keep(blobOf(text), name)}>
            下载
          </button>
          <button
            type="button"
            className="button"
            onClick={() => store.replace(withoutForm(files, path), `删除表样 ${name}`)}
          >
            删除
          </button>
        </div>
      </div>
      <p className="help">
        文件 <code>{path}</code>，{sizeInWords(bytesIn(text))}。
      </p>
      <FormDrop label="换一份" onTaken={replace} />
      <FormUsers
        name={nameInPack(path)}
        users={users}
        onChange={(next) => store.replace(withUsers(files, path, next), `改表样 ${name} 用于哪份材料`)}
      />
      {users.length === 0 && (
        <p className="notice" data-tone="warning">
          <span className="sign">没有材料用它</span>
          <span>勾选要用它的材料；都不用，就删除。</span>
        </p>
      )}
      {users.map((one) => (
        <FormChecks key={one} path={path} template={one} isOnly={users.length === 1} />
      ))}
    </section>
  )
}
