import type { Template } from '@policyforms/core'
import { examplePath, namesIn, textOfExample } from '../model/examples.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { templateFiles } from '../workshop-store.ts'
import { useCarry } from './use-carry.ts'

/** Offers to bring examples along when fields were renamed, moved or dropped. One step of undo. */
export function CarryExamples({ file, template }: { readonly file: string; readonly template: Template | undefined }) {
  const { store } = useWorkbench()
  const carried = useCarry(file, template)
  if (!template || carried.length === 0) return null
  const carry = () => {
    const files = new Map(store.files)
    for (const [name, content] of carried) files.set(examplePath(file, name), textOfExample(content))
    store.replace(files, `把 ${carried.length} 个例子带到新版`)
  }
  return (
    <div className="notice" data-tone="warning">
      <span className="sign">例子还是旧的样子</span>
      <span>
        “{template.title}”有字段改名、移动或删除，{carried.length} 个例子还照以前的写法。
      </span>
      <button type="button" className="button" onClick={carry}>
        把示例带到新版（{carried.length} 个文件）
      </button>
    </div>
  )
}

/** The same for every template of the pack. */
export function CarryAllExamples() {
  const files = useWorking((state) => state.history.now)
  const templates = useWorking((state) => state.result)?.templates
  return templateFiles(files).map((file) => (
    <CarryExamples key={file} file={file} template={templates?.[namesIn(file).template]} />
  ))
}
