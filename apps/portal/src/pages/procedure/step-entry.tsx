import type { Procedure, Stage, Transition } from '@policyforms/procedure'
import { Clauses } from '../../parts/clauses.tsx'
import { marksOfTransition, stageAnchor, type Way, wayOf, wayTitles } from './course.ts'
import { inWords } from './in-words.ts'
import { clausesIn, rolesIn } from './names.ts'

interface StepProps {
  readonly procedure: Procedure
  readonly templates: ReadonlyMap<string, string>
  readonly step: Transition
  readonly stage: Stage
}

/** A transition as one takes it from a stage: where to, who, with what, and when it may be. */
export function StepEntry({ step, stage, procedure, templates }: StepProps) {
  const [sign, way] = signOf(procedure, step, stage)
  const target = step.to === stage.id ? undefined : procedure.stages.find(({ id }) => id === step.to)
  return (
    <li data-way={way}>
      <span className="sign">{sign}</span>
      <div>
        <p>
          {step.title}
          {target && (
            <>
              {' → '}
              <a href={`#${stageAnchor(target.id)}`}>{target.title}</a>
            </>
          )}
          <span className="secondary">（{rolesIn(procedure, step.roles)}）</span>
        </p>
        <StepDetails step={step} procedure={procedure} templates={templates} />
      </div>
    </li>
  )
}

const signOf = (procedure: Procedure, { to }: Transition, stage: Stage): readonly [sign: string, way?: Way] => {
  if (to === undefined) return ['本环节内']
  const way = wayOf(procedure, stage.id, to)
  return [to === stage.id ? '重来' : wayTitles[way], way]
}

export function StepDetails({ step, procedure, templates }: Omit<StepProps, 'stage'>) {
  const { when, needsAll, document, asks } = step
  const marks = marksOfTransition(procedure, step)
  const asked = procedure.facts.filter(({ id }) => asks.includes(id)).map((fact) => fact.title)
  const conditions = [
    ...(needsAll ? ['本环节的材料和意见已齐'] : []),
    ...(when ? [inWords(procedure, when) ?? when.source] : []),
    ...(marks ? [`有后果 ${marks} 所列的情形之一`] : []),
  ]
  return (
    <>
      {document !== undefined && <p className="secondary">随附：{templates.get(document) ?? document}</p>}
      {asked.length > 0 && <p className="secondary">要写明：{asked.join('、')}</p>}
      {conditions.length > 0 && <p className="secondary">条件：{conditions.join('；')}</p>}
      <Clauses clauses={clausesIn(procedure, step)} />
    </>
  )
}
