import { type Answers, isObject, MissingBase, readAnswers, type Template } from '@policyforms/core'
import { type ExampleFile, exampleNamed, examplesOf } from '../model/examples.ts'
import type { WorkshopStore } from '../workshop-store.ts'

/** What is being tried: answers, where they came from, and the last template that had no errors. */
export interface TrialState {
  readonly answers: Answers
  /** What they were before anything was typed. */
  readonly begun: Answers
  /** The example that they began with, by name. */
  readonly example: string | undefined
  /** Counts the times that answers came from elsewhere than the form. */
  readonly fresh: number
  readonly section: string | undefined
  /** What an example made of them would be called, where they were generated. */
  readonly named?: string | undefined
}

const isSame = (one: Answers, other: Answers): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The trial of one template. It stays while one goes from tab to tab. */
export class Trial {
  #state: TrialState
  #template: Template | undefined
  readonly #listeners = new Set<() => void>()

  constructor(state: TrialState) {
    this.#state = state
  }
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): TrialState => this.#state

  #set(change: Partial<TrialState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  typed(answers: Answers) {
    this.#set({ answers })
  }
  show(section: string) {
    this.#set({ section })
  }
  /** Answers that replace what was typed. */
  take(answers: Answers, example: string | undefined, named?: string) {
    this.#set({ answers, begun: answers, example, named, fresh: this.#state.fresh + 1 })
  }
  /** The example may read otherwise now, as when a key was renamed: it is taken anew unless something was typed into it. */
  follow(now: Answers | undefined) {
    const { answers, begun, example } = this.#state
    if (now && isSame(answers, begun) && !isSame(now, answers)) this.take(now, example)
  }
  keptAs(example: string) {
    this.#set({ example, begun: this.#state.answers })
  }

  /** The latest template without errors. The same object as long as it says the same. */
  latest(now: Template | undefined): Template | undefined {
    if (now && now.hash !== this.#template?.hash) this.#template = now
    return this.#template
  }
}

/** The answers of an example; undefined where it names another that is not there. */
export const answersOf = (example: ExampleFile, examples: readonly ExampleFile[]): Answers | undefined => {
  try {
    const { answers } = readAnswers(example.content ?? null, exampleNamed(examples))
    return isObject(answers) ? answers : undefined
  } catch (error) {
    if (error instanceof MissingBase) return undefined
    throw error
  }
}

const begin = (store: WorkshopStore, file: string): Trial => {
  const examples = examplesOf(store.files, file)
  const first = examples.find(({ name }) => name === 'complete') ?? examples[0]
  const answers = first && answersOf(first, examples)
  return new Trial({
    answers: answers ?? {},
    begun: answers ?? {},
    example: answers && first?.name,
    fresh: 0,
    section: undefined,
  })
}

const known = new WeakMap<WorkshopStore, Map<string, Trial>>()

export const trialOf = (store: WorkshopStore, file: string): Trial => {
  const trials = known.get(store) ?? new Map<string, Trial>()
  known.set(store, trials)
  const trial = trials.get(file) ?? begin(store, file)
  trials.set(file, trial)
  return trial
}
