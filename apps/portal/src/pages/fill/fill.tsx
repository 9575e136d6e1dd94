import { type Answers, type Draft, type Pointer, type Template, validate } from '@policyforms/core'
import { Filler, type FillerControls } from '@policyforms/forms'
import '@policyforms/forms/styles.css'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { withSections } from '../../draft/merge-answers.ts'
import { useKeeper } from '../../draft/use-keeper.ts'
import { toast } from '../../parts/toasts.tsx'
import { filePath, uploadFile } from '../../server/upload-file.ts'
import { useTitle } from '../../shell/use-title.ts'
import { today } from '../../today.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FillBar, type Panel } from './fill-bar.tsx'
import { MissingDialog } from './missing-dialog.tsx'
import { NewerNotice, useNewerVersion } from './newer-version.tsx'
import { SavingNotice } from './saving-words.tsx'
import { SubmitDialog } from './submit-dialog.tsx'

const PreviewDialog = lazy(() => import('../../preview/preview-dialog.tsx'))
const ImportDialog = lazy(() => import('./import-dialog.tsx'))
const CarryDialog = lazy(() => import('./carry-dialog.tsx'))
const HistoryDialog = lazy(() => import('./history-dialog.tsx'))

interface FillProps {
  readonly draft: Draft
  readonly template: Template
  /** The draft is another now: submitted, or to be read again. */
  readonly onChanged: (draft?: Draft) => void
}

const titlesOf = (template: Template, sections: readonly string[]) =>
  template.sections
    .filter((section) => sections.includes(section.key))
    .map((section) => `“${section.title}”`)
    .join('、')

export default function Fill({ draft, template, onChanged }: FillProps) {
  const form = useRef<FillerControls>(null)
  const [panel, setPanel] = useState<Panel>()
  const [place, setPlace] = useSearchParams()
  const section = place.get('section')
  const kept = useKeeper(draft, form, {
    onMerged: () => undefined,
    onTakenOver: (sections) =>
      toast({ tone: 'done', text: `上次没来得及保存的内容已从本机放回：${titlesOf(template, sections)}。` }),
  })
  const keeper = kept?.keeper
  const newer = useNewerVersion(template)
  const conflict = kept?.state.conflict
  const title = kept?.state.title ?? draft.title
  useTitle(title)

  const saveNow = useCallback(async () => {
    if (!keeper) return false
    if (form.current) keeper.edit(form.current.flush())
    await keeper.saveNow()
    return keeper.state().saving.is === 'saved'
  }, [keeper])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      void saveNow()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [saveNow])

  const files = useMemo(
    () => ({
      upload: (file: File, _: unknown, onProgress: (share: number) => void, signal: AbortSignal) =>
        uploadFile(draft.id, file, onProgress, signal),
      href: (file: Parameters<typeof filePath>[1]) => filePath(draft.id, file),
    }),
    [draft.id],
  )
  /** Answers that come as a whole; what they replace can be had back. */
  const put = (answers: Answers, said: string) => {
    if (!keeper) return
    const before = keeper.answers()
    const set = (next: Answers) => {
      form.current?.replace(next)
      keeper.edit(next)
    }
    set(answers)
    toast({ tone: 'done', text: said, action: { label: '撤销', run: () => set(before) } })
  }
  const resolve = (theirs: readonly string[]) => {
    const mine = conflict?.mine
    keeper?.resolve(theirs)
    if (!mine || !keeper || theirs.length === 0) return
    const back = () => {
      const next = withSections(keeper.answers(), mine, theirs)
      form.current?.replace(next)
      keeper.edit(next)
    }
    toast({ text: `已采用另一处的${titlesOf(template, theirs)}。`, action: { label: '撤销', run: back } })
  }
  const goTo = (at: Pointer) => {
    setPanel(undefined)
    // After the dialog has given the focus back.
    requestAnimationFrame(() => form.current?.goTo(at))
  }
  const current = () => keeper?.answers() ?? draft.answers
  const close = () => setPanel(undefined)
  return (
    <div className="fill">
      <FillBar
        draft={draft}
        title={title}
        template={template}
        state={kept?.state}
        onOpen={(wanted) => {
          if (form.current && keeper) keeper.edit(form.current.flush())
          setPanel(wanted)
        }}
        saveNow={saveNow}
      />
      {kept && <SavingNotice state={kept.state} onAgain={() => void saveNow()} onReopen={() => onChanged()} />}
      {kept && kept.others > 0 && (
        <p className="notice" role="status">
          <span className="sign">提示</span>
          这份材料也在另一个标签页中打开。两边填写的内容会合并；同一部分两边都改了，会请您选择。
        </p>
      )}
      {newer && <NewerNotice newer={newer} onLook={() => setPanel('carry')} />}
      <div className="fill-body">
        <Filler
          template={template}
          initial={draft.answers}
          today={today()}
          files={files}
          onAnswers={(answers) => keeper?.edit(answers)}
          controls={form}
          {...(section !== null && { section })}
          onSection={(key) => setPlace({ section: key }, { replace: true })}
        />
      </div>
      {panel === 'missing' && (
        <MissingDialog
          template={template}
          issues={validate(template, current(), { today: today() })}
          onGo={(at) => {
            form.current?.showMissing()
            goTo(at)
          }}
          onClose={close}
          onSubmit={() => setPanel('submit')}
        />
      )}
      {panel === 'submit' && keeper && (
        <SubmitDialog
          draft={draft}
          template={template}
          keeper={keeper}
          saveNow={saveNow}
          onGo={goTo}
          onClose={close}
          onSubmitted={onChanged}
        />
      )}
      <Suspense fallback={null}>
        {panel === 'preview' && <PreviewDialog draft={draft} title={title} saveNow={saveNow} onClose={close} />}
        {panel === 'import' && (
          <ImportDialog draft={draft} template={template} current={current()} onTake={put} onClose={close} />
        )}
        {panel === 'carry' && newer && keeper && (
          <CarryDialog
            draft={draft}
            template={template}
            newer={newer}
            current={current()}
            saveNow={saveNow}
            revision={() => keeper.state().revision}
            catchUp={() => keeper.catchUp(Number.POSITIVE_INFINITY)}
            onCarried={onChanged}
            onClose={close}
          />
        )}
        {panel === 'history' && (
          <HistoryDialog
            draft={draft}
            template={template}
            current={current()}
            saveNow={saveNow}
            onTake={put}
            onClose={close}
          />
        )}
      </Suspense>
      {conflict && keeper && <ConflictDialog template={template} conflict={conflict} onResolve={resolve} />}
    </div>
  )
}
