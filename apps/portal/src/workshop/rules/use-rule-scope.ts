import { exampleDay, type Path, type Template } from '@policyforms/core'
import { type Parameters, parametersIn, readCodeList } from '@policyforms/core/rules'
import { useMemo, useRef } from 'react'
import type { Files } from '../model/history.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import type { Completing } from './complete-expression.ts'
import { type Example, exampleAnswers, settledExample } from './on-example.ts'
import { inRow, pickables, type Shape } from './pickable.ts'

/** `north/report.schema.json` → `report` */
export const templateName = (file: string): string =>
  file
    .split('/')
    .at(-1)
    ?.replace(/\.schema\.json$/, '') ?? ''

const nothing: Shape = { sections: [], lists: {} }

/** What rules may look up, by the names of code lists; read when it is asked for. */
const parametersOf = (files: Files, around: Files, pack: string): Parameters => {
  const textOf = (name: string) =>
    files.get(`${pack}/codes/${name}.json`) ?? around.get(`codes/${name}.json`) ?? files.get(`codes/${name}.json`)
  return {
    get: (name) => {
      const text = textOf(name)
      return text === undefined ? undefined : parametersIn(readCodeList(parsed(text)))
    },
    keys: () =>
      [...files.keys(), ...around.keys()].flatMap((path) => /(?:^|\/)codes\/([^/]+)\.json$/.exec(path)?.[1] ?? []),
  }
}

export interface RuleScope {
  readonly shape: Shape
  readonly parameters: Parameters
  /** As it last compiled; what an example is judged with. */
  readonly template?: Template
}

/** What the template under the hand offers to its expressions: as it last was without faults. */
export const useRuleScope = (): RuleScope => {
  const { store } = useWorkbench()
  const file = useWorking((state) => state.file)
  const result = useWorking((state) => state.result)
  const files = useWorking((state) => state.history.now)
  const name = templateName(file)
  const last = useRef<{ readonly file: string; readonly template: Template }>(undefined)
  const found = result?.templates[name]
  if (found) last.current = { file, template: found }
  const template = last.current?.file === file ? last.current.template : undefined
  const shape = template ?? result?.shapes[name] ?? nothing
  const { pack } = store.copy
  const parameters = useMemo(() => parametersOf(files, store.around, pack), [files, store, pack])
  return useMemo(() => ({ shape, parameters, ...(template && { template }) }), [shape, parameters, template])
}

/** What an expression at a path may name. */
export const completingAt = (shape: Shape, path: Path): Completing => {
  const all = pickables(shape).filter(({ isSeveral, isSum }) => !isSeveral || isSum)
  const rows = inRow(all, path)
  return {
    fields: [...rows, ...all],
    names: [
      ...(path.length > 0 ? [{ name: 'self', is: '这里的值' }] : []),
      ...(path.length > 1 ? [{ name: 'parent', is: '外面一层' }] : []),
      ...(rows.length > 0 ? [{ name: 'row', is: '本行' }] : []),
    ],
  }
}

/** An example of the template under the hand, judged as the check judges it. */
export const useExample = (name: string): Example | undefined => {
  const { store } = useWorkbench()
  const { template } = useRuleScope()
  const file = useWorking((state) => state.file)
  const files = useWorking((state) => state.history.now)
  const folder = `${store.copy.pack}/examples/${templateName(file)}/`
  return useMemo(() => {
    const answers = template && exampleAnswers(files, folder, name)
    return template && answers ? settledExample(template, answers, exampleDay) : undefined
  }, [template, files, folder, name])
}
