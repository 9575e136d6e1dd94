import { isObject } from '@policyforms/core'
import {
  type Base,
  boundaryCases,
  type Examples,
  examineExamples,
  exampleDay,
  filledAnswers,
  resolveExample,
} from '@policyforms/core/trying'
import type { TryRequest } from './try-messages.ts'

/* Examples are tried in a thread of their own: a template with many rules takes seconds. */

/** So long sample answers are sought at most. */
const searchMs = 3000

self.onmessage = ({ data }: MessageEvent<TryRequest>) => {
  if (!('examples' in data))
    return self.postMessage(filledAnswers(data.template, data.what, { today: exampleDay, ms: searchMs }))
  const examples: Examples = new Map(data.examples)
  const standings = examineExamples(data.template, examples, exampleDay)
  if (data.what === 'bench') return self.postMessage(standings)
  const sound = standings.filter(({ fault, found }) => !fault && found.every(({ severity }) => severity !== 'error'))
  const bases = sound.flatMap(({ name }): readonly Base[] => {
    const file = resolveExample(examples, name)
    return typeof file === 'object' && isObject(file.answers) ? [{ name: `${name}.json`, answers: file.answers }] : []
  })
  self.postMessage(boundaryCases(data.template, bases, exampleDay))
}
