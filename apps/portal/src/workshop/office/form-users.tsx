import { titleOfTemplate } from '../model/template-title.ts'
import { useWorking } from '../workbench-context.ts'
import { templateFiles } from '../workshop-store.ts'
import { formNamedIn, shortName } from './form-files.ts'

interface FormUsersProps {
  /** As a template names the file. */
  readonly name: string
  readonly users: readonly string[]
  readonly onChange: (users: readonly string[]) => void
}

/** Which templates are printed by a Word file, as boxes to tick; what one of them is printed by now is said. */
export function FormUsers({ name, users, onChange }: FormUsersProps) {
  const files = useWorking((state) => state.history.now)
  return (
    <fieldset className="form-users">
      <legend>用于哪份材料</legend>
      {templateFiles(files).map((path) => {
        const now = formNamedIn(files.get(path) ?? '')
        return (
          <label key={path} className="choice-row">
            <input
              type="checkbox"
              checked={users.includes(path)}
              onChange={({ target }) =>
                onChange(target.checked ? [...users, path] : users.filter((one) => one !== path))
              }
            />
            <span>
              {titleOfTemplate(files.get(path) ?? '', path)}
              {now !== undefined && now !== name && <span className="secondary">（现在用 {shortName(now)}）</span>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
