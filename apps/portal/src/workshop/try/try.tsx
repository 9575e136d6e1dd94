import { AnswersBar } from './answers-bar.tsx'
import PreviewPane from './preview-pane.tsx'
import { useTrial } from './use-trial.ts'
import './try.css'

/** 试填: the outputs of the template as it is now, filled with an example or by hand. */
export default function Try() {
  const on = useTrial()
  return (
    <div className="try">
      <AnswersBar on={on} />
      <PreviewPane />
    </div>
  )
}
