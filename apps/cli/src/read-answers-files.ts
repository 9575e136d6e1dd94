import { dirname, join } from 'node:path'
import { type Answers, type Issue, isObject, type Pointer, pointerOf, property, readAnswers } from '@policyforms/core'
import type { Source } from '@policyforms/core/pack'
import { faulty } from './command.ts'
import { type Read, readText } from './read-input.ts'

/** Answers that the call names, and where each of them stands in its file. */
export interface AnswersFile {
  readonly path: string
  readonly answers: Answers
  readonly locate: (pointer: Pointer) => Pick<Issue, 'file' | 'line' | 'column'>
}

/** The file, then the one that its `from` names, and so on. */
type Chain = readonly [Source, ...Source[]]

const fault = (
  code: 'ref-cycle' | 'ref-dangling' | 'type',
  source: Source,
  at: Pointer,
  params: Issue['params'],
): Issue => ({
  code,
  at,
  severity: 'error',
  params,
  file: source.path,
  ...source.locate(at),
})

const readChain = async (path: string, above: readonly string[] = []): Promise<Read<Chain>> => {
  const text = await readText(path)
  if ('issues' in text) return text
  const { readSource } = await import('@policyforms/core/pack')
  const { source, issues } = readSource({ path, text: text.value })
  if (!source || issues.length > 0) return { issues }
  const from = property(source.value, 'from')
  if (typeof from !== 'string') return { value: [source] }
  const trail = [...above, path]
  const next = join(dirname(path), from)
  if (trail.includes(next))
    return { issues: [fault('ref-cycle', source, '/from', { trail: [...trail, next].join(' → ') })] }
  const rest = await readChain(next, trail)
  return 'issues' in rest ? rest : { value: [source, ...rest.value] }
}

/** Where a place among the answers is written: at the change that set it, or else in the file that is changed. */
const locateIn = ([source, ...rest]: Chain, pointer: Pointer): Pick<Issue, 'file' | 'line' | 'column'> => {
  const changes = property(source.value, 'set')
  const change = Object.keys(isObject(changes) ? changes : {}).findLast((key) => `${pointer}/`.startsWith(`${key}/`))
  const [next, ...others] = rest
  if (next && change === undefined) return locateIn([next, ...others], pointer)
  const inside =
    change !== undefined
      ? `/set${pointerOf([change])}${pointer.slice(change.length)}`
      : `${isWrapped(source) ? '/answers' : ''}${pointer}`
  return { file: source.path, ...source.locate(inside) }
}

const isWrapped = (source: Source) => property(source.value, 'answers') !== undefined

const readAnswersFile = async (path: string): Promise<Read<AnswersFile>> => {
  const read = await readChain(path)
  if ('issues' in read) return read
  const chain = read.value
  const [source] = chain
  // Each file of the chain asks for the next one, once.
  const others = chain.slice(1).values()
  const { answers } = readAnswers(source.value, () => others.next().value?.value)
  if (!isObject(answers)) return { issues: [fault('type', source, '', { expected: 'record' })] }
  return { value: { path, answers, locate: (pointer) => locateIn(chain, pointer) } }
}

/** Every file, or else every fault of every file. */
export const readAnswersFiles = async (paths: readonly string[]): Promise<readonly AnswersFile[]> => {
  const read = await Promise.all(paths.map(readAnswersFile))
  const issues = read.flatMap((one) => ('issues' in one ? one.issues : []))
  if (issues.length > 0) throw faulty(issues)
  return read.flatMap((one) => ('value' in one ? one.value : []))
}
