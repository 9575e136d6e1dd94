import type { Template } from '@policyforms/core'
import { checkFolder, isPlainlySafe, shelfOf } from '@policyforms/core/pack'
import { carryExamples, type ExampleContents, examineExamples, exampleDay } from '@policyforms/core/trying'
import type { CarryAnswer, CarryRequest } from './carry-messages.ts'

/** How many things are not as an example says; one that cannot be tried is the worst. */
const wrongIn = (template: Template, examples: ExampleContents): ReadonlyMap<string, number> =>
  new Map(
    examineExamples(template, examples, exampleDay).map(({ name, fault, unexpected, missing }) => [
      name,
      fault ? Number.POSITIVE_INFINITY : unexpected.length + missing.length,
    ]),
  )

const carried = ({ pack, before, to, examples }: CarryRequest): CarryAnswer => {
  const files = before.filter(({ path }) => !path.includes('/examples/'))
  const engines = { hash: () => '', isSafePattern: isPlainlySafe }
  const from = checkFolder(shelfOf(files), pack, engines, { examples: false }).pack?.templates.find(
    ({ id }) => id === to.id,
  )
  if (!from) return []
  const now: ExampleContents = new Map(examples)
  const changes = carryExamples(from, to, now)
  if (changes.size === 0) return []
  // What has been carried already is left alone: carrying it again would make it worse.
  const [wrongNow, wrongThen] = [wrongIn(to, now), wrongIn(to, new Map([...now, ...changes]))]
  return [...changes].filter(([name]) => (wrongThen.get(name) ?? 0) < (wrongNow.get(name) ?? 0))
}

self.onmessage = ({ data }: MessageEvent<CarryRequest>) => self.postMessage(carried(data))
