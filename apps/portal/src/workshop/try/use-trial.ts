import type { Template } from '@policyforms/core'
import { useSyncExternalStore } from 'react'
import { namesIn } from '../model/examples.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { type Trial, type TrialState, trialOf } from './trial.ts'

export interface OnTrial {
  readonly trial: Trial
  readonly state: TrialState
  /** As the check found it last without errors. */
  readonly template: Template | undefined
  /** Whether the files have moved on and have errors now. */
  readonly isBehind: boolean
}

/** What is being tried of the template under the hand. */
export const useTrial = (): OnTrial => {
  const { store } = useWorkbench()
  const file = useWorking((state) => state.file)
  const result = useWorking((state) => state.result)
  const trial = trialOf(store, file)
  const state = useSyncExternalStore(trial.subscribe, trial.state)
  const templates = result?.templates ?? {}
  const { template: name } = namesIn(file)
  const now = Object.hasOwn(templates, name) ? templates[name] : undefined
  return { trial, state, template: trial.latest(now), isBehind: result !== undefined && now === undefined }
}
