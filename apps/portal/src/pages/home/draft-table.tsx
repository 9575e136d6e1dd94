import type { DraftSummary, TemplateListing } from '@policyforms/core'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { When } from '../../parts/when.tsx'
import { usePacks } from '../../server/use-packs.ts'
import type { DraftActions } from './use-draft-actions.ts'

interface DraftTableProps {
  readonly drafts: readonly DraftSummary[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void
  readonly actions: DraftActions
}

export function DraftTable({ drafts, chosen, onChoose, actions }: DraftTableProps) {
  const present = usePresent()
  const ids = drafts.map((draft) => draft.id)
  const count = ids.filter((id) => chosen.has(id)).length
  return (
    <table className="drafts">
      <thead>
        <tr>
          <th scope="col" className="choose">
            <input
              type="checkbox"
              aria-label="选择下面全部材料"
              checked={count === ids.length}
              ref={(box) => {
                if (box) box.indeterminate = count > 0 && count < ids.length
              }}
              onChange={(event) => onChoose(ids, event.target.checked)}
            />
          </th>
          <th scope="col">材料</th>
          <th scope="col">地区</th>
          <th scope="col">状态</th>
          <th scope="col">保存时间</th>
          <th scope="col">
            <span className="unseen">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <DraftRow
            key={draft.id}
            draft={draft}
            present={present.get(draft.template)}
            isChosen={chosen.has(draft.id)}
            onChoose={onChoose}
            actions={actions}
          />
        ))}
      </tbody>
    </table>
  )
}

/** The templates as they are now, by their names. */
const usePresent = (): ReadonlyMap<string, TemplateListing> => {
  const { value: packs = [] } = usePacks()
  return useMemo(() => new Map(packs.flatMap(({ templates }) => templates.map((one) => [one.id, one]))), [packs])
}

interface DraftRowProps extends Pick<DraftTableProps, 'onChoose' | 'actions'> {
  readonly draft: DraftSummary
  /** Its template as it is now, if that is known. */
  readonly present: TemplateListing | undefined
  readonly isChosen: boolean
}

function DraftRow({ draft, present, isChosen, onChoose, actions }: DraftRowProps) {
  const name = draft.title === draft.templateTitle ? draft.title : `${draft.templateTitle} ${draft.title}`
  const isSubmitted = draft.state === 'submitted'
  return (
    <tr data-chosen={isChosen || undefined}>
      <td className="choose">
        <input
          type="checkbox"
          aria-label={`选择 ${name}`}
          checked={isChosen}
          onChange={(event) => onChoose([draft.id], event.target.checked)}
        />
      </td>
      <th scope="row">
        <Link href={`/drafts/${draft.id}`}>{draft.templateTitle}</Link>
        {draft.title !== draft.templateTitle && <span className="secondary">{draft.title}</span>}
      </th>
      <td>{draft.pack.name}</td>
      <td>
        <span className="state" data-state={draft.state}>
          {isSubmitted ? '已提交' : '填写中'}
        </span>
        {!isSubmitted && present && present.hash !== draft.hash && <span className="newer">有新版</span>}
      </td>
      <td className="secondary">
        <When at={draft.submittedAt ?? draft.savedAt} />
      </td>
      <td className="row-actions">
        <Link className="link" href={`/drafts/${draft.id}`} aria-label={`${isSubmitted ? '查看' : '继续填写'} ${name}`}>
          {isSubmitted ? '查看' : '继续填写'}
        </Link>
        <button type="button" className="link" onClick={() => actions.word(draft)} aria-label={`下载 ${name} 的 Word`}>
          Word
        </button>
        <button
          type="button"
          className="link"
          onClick={() => actions.excel(draft)}
          aria-label={`下载 ${name} 的 Excel`}
        >
          Excel
        </button>
        <button type="button" className="link" onClick={() => actions.duplicate(draft)} aria-label={`复制 ${name}`}>
          复制
        </button>
        {!isSubmitted && (
          <button type="button" className="link" onClick={() => actions.remove(draft)} aria-label={`删除 ${name}`}>
            删除
          </button>
        )}
      </td>
    </tr>
  )
}
