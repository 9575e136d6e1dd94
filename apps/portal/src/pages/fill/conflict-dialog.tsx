import type { Template } from '@policyforms/core'
import { useState } from 'react'
import { differencesOf } from '../../draft/differences.ts'
import type { KeeperState } from '../../draft/keeper.ts'
import { withSections } from '../../draft/merge-answers.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DifferenceList } from '../../parts/difference-list.tsx'

interface ConflictDialogProps {
  readonly template: Template
  readonly conflict: NonNullable<KeeperState['conflict']>
  readonly onResolve: (theirs: readonly string[]) => void
}

/** One section changed in two places: which one stands? Nothing is chosen for the person beforehand. */
export function ConflictDialog({ template, conflict, onResolve }: ConflictDialogProps) {
  const [choice, setChoice] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const sections = template.sections.filter((section) => conflict.sections.includes(section.key))
  const open = sections.filter((section) => !choice[section.key])
  const mine = withSections(conflict.theirs, conflict.mine, conflict.sections)
  const different = differencesOf(template, mine, conflict.theirs)
  const [isAsked, setAsked] = useState(false)
  const done = () =>
    open.length > 0 ? setAsked(true) : onResolve(conflict.sections.filter((key) => choice[key] === 'theirs'))
  return (
    <Dialog
      wide
      title="同一部分在两处都改了，请选择保留哪一份"
      onClose={() => setAsked(true)}
      actions={
        <>
          {isAsked && open.length > 0 && <span className="error-words">请为“{open[0]?.title}”作出选择。</span>}
          <button type="button" className="button primary" onClick={done}>
            按所选保存
          </button>
        </>
      }
    >
      <p>其余部分已自动合并。选定后还可以撤销。</p>
      {sections.map((section) => (
        <fieldset key={section.key} className="conflict">
          <legend>
            {section.number}
            {section.title}
          </legend>
          <div className="choice-row">
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`conflict-${section.key}`}
                  checked={choice[section.key] === side}
                  onChange={() => setChoice({ ...choice, [section.key]: side })}
                />
                {side === 'mine' ? '保留这里的' : '采用另一处的'}
              </label>
            ))}
          </div>
          <DifferenceList
            sections={different.filter((each) => each.section === section)}
            before="这里"
            after="另一处"
          />
        </fieldset>
      ))}
    </Dialog>
  )
}
