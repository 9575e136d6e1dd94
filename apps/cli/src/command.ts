import type { Issue } from '@policyforms/core'

/** 0: all is well. 1: the input is at fault. 2: the call is wrong. */
export type Exit = 0 | 1 | 2

export interface Option {
  readonly type: 'string' | 'boolean'
  /** What stands after it, such as `FILE.docx`; then, in Chinese, what it is for. */
  readonly value?: string
  /** May be given more than once. */
  readonly multiple?: boolean
  readonly about: string
}

export interface Call {
  /** What stands beside the options: templates and files. */
  readonly words: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
}

export interface Command {
  readonly name: string
  /** The words after the name, as DESIGN.md writes them; options follow by themselves. */
  readonly usage: string
  readonly about: string
  /** How many words at least and at most. */
  readonly words: readonly [number, number]
  readonly options: Readonly<Record<string, Option>>
  readonly run: (call: Call) => Promise<Exit>
}

/** Ends a command early: with a sentence, or with the faults of its input. */
export class Stop extends Error {
  readonly exit: Exit
  readonly issues: readonly Issue[]
  constructor(exit: Exit, sentence: string, issues: readonly Issue[] = []) {
    super(sentence)
    this.exit = exit
    this.issues = issues
  }
}

/** The call is wrong: which option or word, and what would be right. */
export const wrongCall = (sentence: string): Stop => new Stop(2, sentence)

/** The input is at fault, or the machine: what happened, and what is safe. */
export const failed = (sentence: string): Stop => new Stop(1, sentence)

export const faulty = (issues: readonly Issue[]): Stop => new Stop(1, '', issues)

export const textOf = (call: Call, option: string): string | undefined => {
  const value = call.values[option]
  return typeof value === 'string' ? value : undefined
}

/** Of an option that may be given more than once. */
export const textsOf = (call: Call, option: string): readonly string[] => {
  const values = call.values[option]
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}

/** The name of a file to be written, with one of the endings that it may have. */
export const outputOf = (call: Call, option: string, ...endings: readonly string[]): string => {
  const path = textOf(call, option)
  const wanted = endings.map((ending) => `文件名${ending}`).join(' 或 ')
  if (!path) throw wrongCall(`缺少 --${option}，请写 --${option} ${wanted || '文件夹'}。`)
  if (endings.length > 0 && !endings.some((ending) => path.toLowerCase().endsWith(ending)))
    throw wrongCall(`--${option} ${path} 的扩展名不对，请写 --${option} ${wanted}。`)
  return path
}
