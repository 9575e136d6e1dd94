import type { Answers, Template } from '@policyforms/core'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { type Files, Filler } from '../src/index.ts'
import { cascadeAnswers, cascadeTemplate, titles } from './large-cascade.ts'
import {
  largeAnswers,
  largeTemplate,
  longAnswers,
  longTemplate,
  matrixAnswers,
  matrixTemplate,
} from './large-template.ts'
import { PlainForm, PlainSearch } from './plain-form.tsx'

const files: Files = { upload: () => Promise.reject(new Error('none')), href: () => '' }
const noop = () => undefined
const home = document.querySelector('#root') ?? document.body
let root = createRoot(home)

const ours = (template: Template, answers: Answers): ReactNode => (
  <Filler template={template} initial={answers} today="2026-03-15" files={files} onAnswers={noop} />
)
const plain = (template: Template, answers: Answers): ReactNode => {
  if (template === cascadeTemplate) return <PlainSearch titles={titles} />
  const [section] = template.sections
  return section && <PlainForm section={section} answers={answers} />
}
const forms = { ours, plain }
const sizes = {
  large: [largeTemplate, largeAnswers],
  long: [longTemplate, longAnswers],
  matrix: [matrixTemplate, matrixAnswers],
  cascade: [cascadeTemplate, cascadeAnswers],
} as const

/** Milliseconds of script and layout until the first section stands there. */
const render = (form: keyof typeof forms, size: keyof typeof sizes): number => {
  root.unmount()
  root = createRoot(home)
  home.getBoundingClientRect()
  const [template, answers] = sizes[size]
  const node = forms[form](template, answers)
  const before = performance.now()
  flushSync(() => root.render(node))
  home.getBoundingClientRect()
  return performance.now() - before
}

const control = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`Nothing is called ${id}`)
  return found
}

/** Milliseconds of script and layout for each of so many keys, typed as fast as a quick typist and with pauses. */
const type = async (id: string, keys: number): Promise<readonly number[]> => {
  control(id).focus()
  await new Promise((resolve) => setTimeout(resolve, 50))
  const times: number[] = []
  for (let i = 0; i < keys; i++) {
    const before = performance.now()
    document.execCommand('insertText', false, '字')
    // React renders what an event asked for in a microtask.
    await Promise.resolve()
    home.getBoundingClientRect()
    times.push(performance.now() - before)
    await new Promise((resolve) => setTimeout(resolve, i % 10 === 9 ? 500 : 20))
  }
  return times
}

/** Milliseconds of a commit with everything it makes anew: computed values, totals, what changed on the page. */
const commit = async (id: string, times: number): Promise<readonly number[]> => {
  const all: number[] = []
  for (let i = 0; i < times; i++) {
    control(id).focus()
    document.execCommand('insertText', false, '7')
    const before = performance.now()
    control(id).blur()
    await Promise.resolve()
    home.getBoundingClientRect()
    all.push(performance.now() - before)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return all
}

/** Milliseconds until the list of a search field stands open, and for each letter that is typed into it. */
const search = async (id: string, words: readonly string[]) => {
  const measured = async (work: () => void) => {
    const before = performance.now()
    work()
    await Promise.resolve()
    home.getBoundingClientRect()
    return performance.now() - before
  }
  const rest = () => new Promise((resolve) => setTimeout(resolve, 150))
  control(id).focus()
  const open = await measured(() => control(id).click())
  await rest()
  const keys: number[] = []
  for (const word of words) {
    for (const letter of word) {
      keys.push(await measured(() => document.execCommand('insertText', false, letter)))
      await rest()
    }
    document.execCommand('selectAll')
    document.execCommand('delete')
    await rest()
  }
  return { open, keys }
}

const tools = { render, type, commit, search }
export type BenchTools = typeof tools
Object.assign(window, { bench: tools })
