import type { Procedure, Stage, StageDocument } from '@policyforms/procedure'
import { Clauses } from '../../parts/clauses.tsx'
import { sharedWithin, stageAnchor } from './course.ts'
import { inWords } from './in-words.ts'
import { clausesIn, rolesIn } from './names.ts'
import { StepDetails, StepEntry } from './step-entry.tsx'

export interface StagesProps {
  readonly procedure: Procedure
  /** Titles of the pack's templates, by their name. */
  readonly templates: ReadonlyMap<string, string>
}

/** The picture in words: each stage with who acts, what is handed in, and where it goes from there. */
export function StageList(props: StagesProps) {
  const { procedure } = props
  const phases = [...Map.groupBy(procedure.stages, ({ phase = '' }) => phase)]
  return phases.map(([phase, stages]) => (
    <section key={phase} className="phase">
      {phase !== '' && <h3>{phase}</h3>}
      <ol>
        {stages.map((stage) => (
          <StageEntry key={stage.id} stage={stage} {...props} />
        ))}
      </ol>
    </section>
  ))
}

function StageEntry({ stage, ...props }: StagesProps & { readonly stage: Stage }) {
  const { procedure } = props
  const shared = new Set(sharedWithin(procedure))
  const here = procedure.transitions.filter(({ from }) => from.includes(stage.id))
  const also = here.filter((transition) => shared.has(transition))
  return (
    <li id={stageAnchor(stage.id)} className="stage">
      <div className="stage-about">
        <h4>
          {stage.title}
          {procedure.starts
            .filter((start) => start.stage === stage.id)
            .map(({ when }) => (
              <span key={when?.source ?? ''} className="tag">
                从这里开始{when && `（条件：${inWords(procedure, when) ?? when.source}）`}
              </span>
            ))}
          {stage.isEnd && <span className="tag">到此结束</span>}
        </h4>
        {stage.roles.length > 0 && <p className="secondary">办理：{rolesIn(procedure, stage.roles)}</p>}
        {(stage.documents.length > 0 || stage.opinions.length > 0) && (
          <ul>
            {stage.documents.map((document) => (
              <Need key={document.id} is="材料" need={document} procedure={procedure} />
            ))}
            {stage.opinions.map((opinion) => (
              <Need key={opinion.id} is="意见" need={opinion} procedure={procedure} />
            ))}
          </ul>
        )}
        <Clauses clauses={clausesIn(procedure, stage)} />
      </div>
      {here.length > 0 && (
        <ul className="ways">
          {here
            .filter((transition) => !shared.has(transition))
            .map((transition) => (
              <StepEntry key={transition.id} step={transition} stage={stage} {...props} />
            ))}
          {also.length > 0 && (
            <li>
              <span className="sign">本环节内</span>
              <p>
                {also.map(({ title }) => title).join('、')}
                <a className="see" href={`#${sharedAnchor}`}>
                  办法见后
                </a>
              </p>
            </li>
          )}
        </ul>
      )}
    </li>
  )
}

interface NeedProps {
  readonly is: string
  readonly need: Omit<StageDocument, 'template'>
  readonly procedure: Procedure
}

function Need({ is, need, procedure }: NeedProps) {
  return (
    <li>
      <span className="kind">{is}</span> {need.title}
      <span className="secondary">
        （{rolesIn(procedure, [need.role])}
        {need.isOptional && '，可以没有'}）{need.when && `条件：${inWords(procedure, need.when) ?? need.when.source}`}
      </span>
    </li>
  )
}

const sharedAnchor = 'in-several-stages'

/** What may be done in several stages, once. */
export function SharedSteps(props: StagesProps) {
  const shared = sharedWithin(props.procedure)
  if (shared.length === 0) return null
  return (
    <section className="phase" id={sharedAnchor}>
      <h3>在几个环节里都能办的</h3>
      <ol>
        {shared.map((step) => (
          <li key={step.id} className="stage">
            <div className="stage-about">
              <h4>{step.title}</h4>
              <p className="secondary">办理：{rolesIn(props.procedure, step.roles)}</p>
            </div>
            <div>
              <p>
                可以在
                {props.procedure.stages
                  .filter(({ id }) => step.from.includes(id))
                  .map(({ title }) => `“${title}”`)
                  .join('、')}
                办理，办完仍在原环节
              </p>
              <StepDetails step={step} {...props} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
