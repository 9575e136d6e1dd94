import type { Template } from '@policyforms/core'
import { useEffect, useSyncExternalStore } from 'react'
import { examplesOf, namesIn } from '../model/examples.ts'
import type { Files } from '../model/history.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { answersOf, type Trial, type TrialState, trialOf } from './trial.ts'

export interface OnTrial {
  readonly trial: Trial
  readonly state: TrialState
  /** As the check found it last without errors. */
  readonly template: Template | undefined
  /** Whether the files have moved on and have errors now. */
  readonly isBehind: boolean
}

const answersNow = (files: Files, file: string, name: string | undefined) => {
  const examples = examplesOf(files, file)
  const found = examples.find((one) => one.name === name)
  return found && answersOf(found, examples)
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
  const template = trial.latest(now)
  useEffect(() => {
    if (template) trial.follow(answersNow(store.files, file, trial.state().example))
  }, [template, trial, store, file])
  return { trial, state, template, isBehind: result !== undefined && now === undefined }
}
