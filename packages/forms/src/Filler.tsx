import { keysOf } from '@policyforms/core'
import { type FocusEvent, type JSX, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { Strays } from './fields/strays.tsx'
import { createUploads } from './files/uploads.ts'
import type { FillerProps } from './props.ts'
import { Blanks } from './steps/blanks.tsx'
import { ErrorSummary } from './steps/error-summary.tsx'
import { focusPlace } from './steps/focus-place.ts'
import { Guide } from './steps/guide.tsx'
import { isError, stepsOf } from './steps/progress.ts'
import { SectionForm } from './steps/section-form.tsx'
import { SectionTitle } from './steps/section-title.tsx'
import { StepList, StepMenu } from './steps/step-list.tsx'
import { type Filling, FillingContext, useFilling, useStored } from './store/context.ts'
import { createStore } from './store/store.ts'
import { usePress } from './widgets/use-press.ts'

/** The form in a browser: sections as steps, one at a time. */
export function Filler(props: FillerProps): JSX.Element {
  const [store] = useState(() =>
    createStore({
      template: props.template,
      initial: props.initial,
      today: props.today,
      role: props.role,
      readOnly: props.readOnly ?? false,
      section: props.section,
      onAnswers: props.onAnswers,
    }),
  )
  const [uploads] = useState(() => createUploads(store, props.files))
  useEffect(() => store.listen(props.onAnswers), [store, props.onAnswers])
  useEffect(() => {
    store.checkSoon()
    return () => store.dispose()
  }, [store])
  const { files } = props
  const filling = useMemo<Filling>(
    () => ({
      store,
      files,
      uploads,
      goTo: (place) => {
        store.show(keysOf(place)[0] ?? '')
        store.aim(place)
      },
    }),
    [store, files, uploads],
  )
  return (
    <FillingContext value={filling}>
      <Pages {...props} />
    </FillingContext>
  )
}

const placeIn = (event: FocusEvent): string | undefined => event.target.closest<HTMLElement>('[data-at]')?.dataset.at

const Pages = ({ above, aside, controls, onSection }: FillerProps) => {
  const { store, goTo } = useFilling()
  const hidden = useStored((state) => state.hidden)
  const chosen = useStored((state) => state.section)
  const aim = useStored((state) => state.aim)
  const steps = useMemo(() => stepsOf(store.template, hidden), [store, hidden])
  const current = steps.find((section) => section.key === chosen) ?? steps[0]
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLElement>(null)
  const afterPress = usePress()

  const go = (key: string) => {
    store.show(key)
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'nearest' })
  }
  const told = useRef(current?.key)
  useEffect(() => {
    if (current && told.current !== current.key) onSection?.(current.key)
    told.current = current?.key
  }, [current, onSection])
  useEffect(() => {
    // After whatever opens on the way there, such as a card, has been rendered.
    if (aim) queueMicrotask(() => focusPlace(aim.place))
  }, [aim])
  useImperativeHandle(controls, () => ({
    flush: store.flush,
    replace: store.replace,
    goTo,
    showMissing: () => {
      store.flush()
      store.check()
      store.ask(store.template.sections.map((section) => section.key))
      const errors = store.state().issues.filter(isError)
      const [first] = errors
      if (first) store.show(keysOf(first.at)[0] ?? '')
      // Once the summary stands on the page.
      requestAnimationFrame(() => (summary.current ?? heading.current)?.focus())
      return errors.length
    },
  }))

  const index = current ? steps.indexOf(current) : -1
  const [before, next] = [steps[index - 1], steps[index + 1]]
  return (
    <div className="pf-filler">
      <nav className="pf-side" aria-label="各部分">
        {above}
        <StepMenu steps={steps} current={current} onGo={go} />
        <StepList steps={steps} current={current} onGo={go} />
      </nav>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens to where the focus goes, and offers nothing itself */}
      <div
        className="pf-page"
        onFocus={(event) => {
          const place = placeIn(event)
          if (place !== undefined && place !== store.state().focus) afterPress(() => store.enter(place))
        }}
        onBlur={() => afterPress(store.leave)}
      >
        <h2 className="pf-title" ref={heading} tabIndex={-1}>
          {current && <SectionTitle section={current} />}
        </h2>
        {current?.help && <p className="pf-help">{current.help}</p>}
        <Strays place="" />
        {current && (
          <>
            <ErrorSummary section={current} others={steps.filter((section) => section !== current)} ref={summary} />
            <Blanks key={`${current.key}-blanks`} section={current} />
            <SectionForm key={current.key} section={current} />
          </>
        )}
        <div className="pf-pager">
          {before && (
            <button type="button" className="pf-button" onClick={() => go(before.key)}>
              上一节
            </button>
          )}
          {next ? (
            <button type="button" className="pf-button" data-primary onClick={() => go(next.key)}>
              下一节：
              <SectionTitle section={next} />
            </button>
          ) : (
            <span className="pf-quiet">已是最后一部分</span>
          )}
        </div>
      </div>
      <Guide section={current} aside={aside} />
    </div>
  )
}
