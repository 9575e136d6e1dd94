import { isObject } from '@policyforms/core'
import { changeValue } from '@policyforms/core/editing'
import { dialect, keywordsOf } from '../model/dialect.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench } from '../workbench-context.ts'
import { PropertyForm } from './property-form.tsx'
import type { OutlineView } from './use-outline.ts'

/** What the template says of itself, while nothing in it is selected. */
export function TemplatePanel({ view }: { readonly view: OutlineView }) {
  const { store } = useWorkbench()
  const { file } = store.state()
  const value = parsed(view.text)
  if (!isObject(value))
    return (
      <p className="notice" data-tone="warning">
        JSON 改完整以前，这里改不了。
      </p>
    )
  return (
    <section className="node-panel" aria-label="模板的设置">
      <h2>模板</h2>
      <p className="help">在左边选一项来改它；按住 Ctrl 或 Shift 可以多选。</p>
      <PropertyForm
        of={dialect}
        keywords={keywordsOf(dialect, 'template')}
        node={value}
        onChange={(keyword, next, label) =>
          store.write(file, changeValue(view.text, [keyword], next), `改模板的${label}`)
        }
      />
    </section>
  )
}
