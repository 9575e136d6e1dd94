import { useEffect, useMemo, useState } from 'react'
import { useSearch } from 'wouter'
import { examplesOf } from '../model/examples.ts'
import { useWorking } from '../workbench-context.ts'
import { AnswersBar } from './answers-bar.tsx'
import { Bench } from './bench.tsx'
import { CarryExamples } from './carry-examples.tsx'
import { Edges } from './edges.tsx'
import PreviewPane from './preview-pane.tsx'
import { answersOf } from './trial.ts'
import { useTrial } from './use-trial.ts'
import './try.css'

const parts = { preview: '预览', bench: '例子', edges: '边界' } as const
type Part = keyof typeof parts
const isPart = (name: string | null): name is Part => name !== null && Object.hasOwn(parts, name)

/** 试填: the outputs of the template as it is now, its examples, and what stands at the edges of its rules. */
export default function Try() {
  const on = useTrial()
  const files = useWorking((state) => state.history.now)
  const file = useWorking((state) => state.file)
  const [part, setPart] = useState<Part>('preview')
  const asked = new URLSearchParams(useSearch()).get('part')
  // Whoever is led here by a fault of an example sees where it is mended.
  useEffect(() => {
    if (isPart(asked)) setPart(asked)
  }, [asked])
  const examples = useMemo(() => examplesOf(files, file), [files, file])
  const tryOne = (name: string) => {
    const found = examples.find((one) => one.name === name)
    const answers = found && answersOf(found, examples)
    if (!answers) return
    on.trial.take(answers, name)
    setPart('preview')
  }
  return (
    <div className="try">
      <div className="try-head">
        <div role="toolbar" aria-label="试什么" className="preview-tools">
          {Object.entries(parts).map(([key, label]) => (
            <button
              key={key}
              type="button"
              className="button"
              aria-pressed={key === part}
              // The keys of `parts` are its own.
              onClick={() => setPart(key as Part)}
            >
              {label}
            </button>
          ))}
        </div>
        {part === 'preview' && <AnswersBar on={on} />}
      </div>
      <CarryExamples file={file} template={on.template} />
      <div className="try-part">
        {part === 'preview' && <PreviewPane />}
        {part === 'bench' && on.template && <Bench template={on.template} examples={examples} onTry={tryOne} />}
        {part === 'edges' && on.template && <Edges template={on.template} examples={examples} />}
        {part !== 'preview' && !on.template && <p className="bench secondary">模板改好以后这里就有内容。</p>}
      </div>
    </div>
  )
}
