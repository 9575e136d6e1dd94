import type { DraftNode, OutlineDraft } from '@policyforms/core'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useTitle } from '../../shell/use-title.ts'
import { type Beginning, ChooseSource } from './choose-source.tsx'
import { allGuesses, type Trail, unsureIn, withNode } from './draft-edits.ts'
import { GuessList } from './guess-list.tsx'
import { NamePack } from './name-pack.tsx'
import { NameTemplate } from './name-template.tsx'
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
  const change = (trail: Trail, how: (node: DraftNode) => DraftNode | undefined) => {
    if (!draft) return
    setPast([...past, draft])
    setDraft({ ...draft, sections: withNode(draft.sections, trail, how) })
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
  readonly onChange: (trail: Trail, how: (node: DraftNode) => DraftNode | undefined) => void
  readonly onUndo?: () => void
}

/** The file and what was made of it, side by side. */
function Outlined({ beginning, draft, onChange, onUndo }: OutlinedProps) {
  const [place, setPlace] = useState('')
  const guesses = useMemo(() => new Map(allGuesses(draft.sections).map((node) => [node.evidence.place, node])), [draft])
  const unsure = unsureIn(draft)
  return (
    <>
      <div className="notice" data-tone={unsure > 0 ? 'warning' : 'done'}>
        <span className="sign">{unsure > 0 ? '请看一看' : '都有把握'}</span>
        <span>
          读出 {guesses.size} 处，
          {unsure > 0 ? `其中 ${unsure} 处不太有把握，标了颜色。不看也可以先建，以后再改。` : '可以直接新建。'}
        </span>
        <button type="button" className="button" disabled={!onUndo} onClick={onUndo}>
          撤销
        </button>
      </div>
      {draft.questions.length > 0 && (
        <details className="open-questions">
          <summary>要请您定的 {draft.questions.length} 个问题</summary>
          <ol>
            {draft.questions.map(({ place: at, text, question }) => (
              <li key={`${at} ${text} ${question}`}>
                <button type="button" className="link" onClick={() => setPlace(at)}>
                  {at}
                </button>
                {text && `“${text}”`}：{question}
              </li>
            ))}
          </ol>
        </details>
      )}
      <div className="side-by-side">
        <section aria-label="原文">
          <h2>原文</h2>
          <SourceView blocks={beginning.reading.blocks} guesses={guesses} place={place} onPlace={setPlace} />
        </section>
        <section aria-label="读成的模板">
          <h2>读成的模板：{draft.title.join('')}</h2>
          <GuessList nodes={draft.sections} place={place} onPlace={setPlace} onChange={onChange} />
        </section>
      </div>
    </>
  )
}
