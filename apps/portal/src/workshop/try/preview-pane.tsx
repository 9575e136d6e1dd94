import { useState } from 'react'
import { Skeleton } from '../../parts/page-states.tsx'
import { FormPreview, type FormWidth } from './form-preview.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { useTrial } from './use-trial.ts'
import { WordPreview } from './word-preview.tsx'
import './try.css'

const views = { form: '表单', word: 'Word', sheet: 'Excel' } as const
type View = keyof typeof views
const order: readonly View[] = ['form', 'word', 'sheet']

/** The outputs of the template as it is now: one at a time, or side by side. */
export default function PreviewPane() {
  const on = useTrial()
  const [shown, setShown] = useState<readonly View[]>(['form'])
  const [isBeside, setBeside] = useState(false)
  const [width, setWidth] = useState<FormWidth>('desktop')
  const press = (view: View) => {
    if (!isBeside) return setShown([view])
    const without = shown.filter((one) => one !== view)
    setShown(without.length < shown.length && without.length > 0 ? without : [...without, view])
  }
  const beside = () => {
    setBeside(!isBeside)
    setShown(isBeside ? shown.slice(0, 1) : shown.includes('word') ? order.slice(0, 2) : [...shown, 'word'])
  }
  return (
    <section className="preview-pane" aria-label="预览">
      <div className="preview-tools" role="toolbar" aria-label="预览什么">
        {order.map((view) => (
          <button
            key={view}
            type="button"
            className="button"
            aria-pressed={shown.includes(view)}
            onClick={() => press(view)}
          >
            {views[view]}
          </button>
        ))}
        <label className="choice-row">
          <input type="checkbox" checked={isBeside} onChange={beside} />
          并排
        </label>
        {shown.includes('form') && (
          <label className="choice-row">
            <input
              type="checkbox"
              checked={width === 'phone'}
              onChange={() => setWidth(width === 'phone' ? 'desktop' : 'phone')}
            />
            手机宽度
          </label>
        )}
      </div>
      {on.isBehind && (
        <p className="notice" data-tone="warning" role="status">
          <span className="sign">模板现在有错误</span>
          <span>{on.template ? '这里是上一次没有错误时的样子，改好后自动更新。' : '改好以后这里就有预览。'}</span>
        </p>
      )}
      {!on.template && !on.isBehind && <Skeleton kind="page" rows={8} />}
      {on.template && (
        <div className="previews" data-count={shown.length}>
          {order
            .filter((view) => shown.includes(view))
            .map((view) => (
              <div key={view} className="preview-cell">
                {view === 'form' && <FormPreview on={on} width={width} />}
                {view === 'word' && <WordPreview on={on} />}
                {view === 'sheet' && <SheetPreview on={on} />}
              </div>
            ))}
        </div>
      )}
    </section>
  )
}
