import type { OutlineDraft } from '@policyforms/core'
import { useId, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useTitle } from '../../shell/use-title.ts'
import { type Beginning, ChooseSource } from './choose-source.tsx'
import { allGuesses, lackingIn, unsureIn, withNode } from './draft-edits.ts'
import { GuessList } from './guess-list.tsx'
import { NamePack } from './name-pack.tsx'
import { NameTemplate } from './name-template.tsx'
import { OpenQuestions } from './open-questions.tsx'
import { answered, askedIn, withTitle } from './questions.ts'
import { SourceView } from './source-view.tsx'
import '../property.css'
import './start.css'

/** 新建: from a file to a working copy in a minute; or a template that joins one. */
export default function StartPage({ into }: { readonly into?: string }) {
  const title = into === undefined ? '新建地区' : '添一份材料'
  useTitle(title)
  const [beginning, setBeginning] = useState<Beginning>()
  const [past, setPast] = useState<readonly OutlineDraft[]>([])
  const [draft, setDraft] = useState<OutlineDraft>()
  const choose = (chosen: Beginning) => {
    setBeginning(chosen)
    setPast([])
    setDraft(chosen.is === 'outline' ? chosen.reading.draft : undefined)
  }
  const change = (how: (before: OutlineDraft) => OutlineDraft) => {
    if (!draft) return
    setPast([...past, draft])
    setDraft(how(draft))
  }
  const undo = () => {
    setDraft(past.at(-1))
    setPast(past.slice(0, -1))
  }
  return (
    <div className="page start-pack">
      <p className="secondary pack-trail">
        <Link href="/workshop">工坊</Link> /{' '}
        {into !== undefined && (
          <>
            <Link href={`/workshop/${into}/pack`}>{into}</Link> /{' '}
          </>
        )}
        {title}
      </p>
      <div className="page-head">
        <h1>{title}</h1>
        {beginning && (
          <button type="button" className="button" onClick={() => setBeginning(undefined)}>
            换一个来源
          </button>
        )}
      </div>
      {!beginning && <ChooseSource of={into === undefined ? 'pack' : 'template'} onChosen={choose} />}
      {beginning?.is === 'outline' && draft && (
        <Outlined beginning={beginning} draft={draft} onChange={change} {...(past.length > 0 && { onUndo: undo })} />
      )}
      {beginning && into === undefined && <NamePack beginning={begunFrom(beginning, draft)} />}
      {beginning && into !== undefined && <NameTemplate pack={into} beginning={begunFrom(beginning, draft)} />}
    </div>
  )
}

const begunFrom = (beginning: Beginning, draft: OutlineDraft | undefined) =>
  beginning.is === 'neighbour' ? { from: beginning.from } : draft ? { outline: draft } : {}

interface OutlinedProps {
  readonly beginning: Extract<Beginning, { is: 'outline' }>
  readonly draft: OutlineDraft
  readonly onChange: (how: (before: OutlineDraft) => OutlineDraft) => void
  readonly onUndo?: () => void
}

/** The file and what was made of it, side by side. */
function Outlined({ beginning, draft, onChange, onUndo }: OutlinedProps) {
  const [place, setPlace] = useState('')
  const guesses = useMemo(() => new Map(allGuesses(draft.sections).map((node) => [node.evidence.place, node])), [draft])
  const unsure = unsureIn(draft)
  const lacking = lackingIn(draft)
  const asked = useMemo(() => askedIn(draft), [draft])
  const unread = useMemo(() => new Set(draft.questions.map(({ place: at }) => at)), [draft])
  const id = useId()
  return (
    <>
      <div className="notice" data-tone={unsure > 0 ? 'warning' : 'done'}>
        <span className="sign">{unsure > 0 ? '请看一看' : '都有把握'}</span>
        <span>
          读出 {guesses.size} 处，
          {unsure > 0 ? `其中 ${unsure} 处不太有把握，标了颜色。不看也可以先建，以后再改。` : '可以直接新建。'}
        </span>
        {lacking > 0 && <span>有 {lacking} 处单选、多选还没有写选项。</span>}
        <button type="button" className="button" disabled={!onUndo} onClick={onUndo}>
          撤销
        </button>
      </div>
      <OpenQuestions
        asked={asked}
        onPlace={setPlace}
        onReply={(one, reply) => onChange((before) => answered(before, one, reply))}
      />
      <div className="side-by-side">
        <section aria-label="原文">
          <h2>原文</h2>
          <SourceView
            blocks={beginning.reading.blocks}
            guesses={guesses}
            unread={unread}
            place={place}
            onPlace={setPlace}
          />
        </section>
        <section aria-label="读成的模板">
          <h2>读成的模板</h2>
          <div className="property">
            <label htmlFor={`${id}-title`}>材料的名称</label>
            <input
              id={`${id}-title`}
              type="text"
              maxLength={120}
              value={draft.title.join('')}
              onChange={({ target }) => onChange((before) => withTitle(before, target.value))}
            />
          </div>
          <GuessList
            nodes={draft.sections}
            place={place}
            onPlace={setPlace}
            onChange={(trail, how) =>
              onChange((before) => ({ ...before, sections: withNode(before.sections, trail, how) }))
            }
          />
        </section>
      </div>
    </>
  )
}
