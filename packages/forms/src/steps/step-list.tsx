import type { Section } from '@policyforms/core'
import { useState } from 'react'
import { useFilling, useStored } from '../store/context.ts'
import { progressOf, wordsOf } from './progress.ts'
import { SectionTitle } from './section-title.tsx'

const marks = {
  untouched: <circle cx="8" cy="8" r="5.5" />,
  started: <path d="M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11" />,
  complete: <path d="M3.5 8.5l3 3 6-7" />,
  faulty: <path d="M8 2.5v6.8M8 12.2v.8" />,
} as const

const Step = ({ section, isCurrent, onGo }: { section: Section; isCurrent: boolean; onGo: (key: string) => void }) => {
  const { begun, state: now } = useFilling().store
  const words = useStored((state) => wordsOf(progressOf(section, state, begun)))
  const { is } = progressOf(section, now(), begun)
  return (
    <li>
      <button
        type="button"
        className="pf-step"
        data-progress={is}
        aria-current={isCurrent ? 'step' : undefined}
        onClick={() => onGo(section.key)}
      >
        <svg className="pf-step-mark" viewBox="0 0 16 16" aria-hidden="true">
          {marks[is]}
        </svg>
        <span className="pf-step-title">
          <SectionTitle section={section} />
        </span>
        <span className="pf-step-state">{words}</span>
      </button>
    </li>
  )
}

export interface StepListProps {
  readonly steps: readonly Section[]
  readonly current: Section | undefined
  readonly onGo: (key: string) => void
}

export const StepList = ({ steps, current, onGo }: StepListProps) => (
  <ol className="pf-steps">
    {steps.map((section) => (
      <Step key={section.key} section={section} isCurrent={section === current} onGo={onGo} />
    ))}
  </ol>
)

/** The list folded into one line, for a phone. */
export const StepMenu = ({ steps, current, onGo }: StepListProps) => {
  const [isOpen, setOpen] = useState(false)
  const index = current ? steps.indexOf(current) : 0
  return (
    <details
      className="pf-step-menu"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      <summary>
        <span>
          第 {index + 1} 部分，共 {steps.length} 部分
        </span>
        <strong>{current && <SectionTitle section={current} />}</strong>
      </summary>
      {isOpen && (
        <StepList
          steps={steps}
          current={current}
          onGo={(key) => {
            setOpen(false)
            onGo(key)
          }}
        />
      )}
    </details>
  )
}
