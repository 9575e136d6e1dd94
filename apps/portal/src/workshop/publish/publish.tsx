import type { Publishing, Session } from '@policyforms/core'
import { useState } from 'react'
import NameDialog from '../../parts/name-dialog.tsx'
import { Broken, Skeleton } from '../../parts/page-states.tsx'
import { toast } from '../../parts/toasts.tsx'
import { call } from '../../server/call.ts'
import { useFixed, useLoaded } from '../../server/use-loaded.ts'
import { withoutEchoes } from '../model/fault-files.ts'
import { CarryAllExamples } from '../try/carry-examples.tsx'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { DifferencePart } from './difference-part.tsx'
import { DraftPart } from './draft-part.tsx'
import { ReviewPart } from './review-part.tsx'
import { TodoPart } from './todo-part.tsx'
import { VersionPart } from './version-part.tsx'
import './publish.css'

/** What stands in the way, counted as the list shows it. */
const todosOf = ({ issues, breaking, sameNumber, folder }: Publishing): number =>
  withoutEchoes(issues.filter(({ severity }) => severity === 'error')).length +
  breaking.reduce((sum, { changes }) => sum + changes.length, 0) +
  sameNumber.length +
  (folder.length > 0 ? 1 : 0)

/** 发布: from the working copy to a version that never changes, by two people. */
export default function Publish() {
  const { store } = useWorkbench()
  const { pack } = store.copy
  const saving = useWorking((state) => state.saving)
  // Asked again after each save: what is looked at is what the server has.
  const at = saving.is === 'saved' ? saving.at : ''
  const { value, trouble, again } = useLoaded<Publishing>(`/api/workshop/${pack}/publishing?at=${at}`, {
    revalidateOnFocus: false,
    keepPreviousData: true,
  })
  const { value: session, again: sessionAgain } = useFixed<Session>('/api/session')
  const [naming, setNaming] = useState<{ readonly goOn?: () => void }>()
  if (!value && trouble) return <Broken trouble={trouble} safe="工作稿都在服务器上，没有丢。" again={() => again()} />
  if (!value) return <Skeleton kind="page" rows={8} />

  const send: Act = async (path, body, said) => {
    try {
      await store.saveNow()
      await call('POST', `/api/workshop/${pack}/${path}`, body)
      toast({ tone: 'done', text: said })
      if (path === 'publish') store.published()
      if (path === 'folder') await store.saveNow()
    } catch (error) {
      toast({ tone: 'error', text: error instanceof Error ? error.message : String(error) })
    }
    again()
  }
  /** Something that the server does; without a name nobody could tell two people apart. */
  const act: Act = (...asked) =>
    session?.user.id === 'local' ? setNaming({ goOn: () => send(...asked) }) : send(...asked)
  const todos = todosOf(value)
  const isStale = saving.is !== 'saved'
  return (
    <div className="publish">
      <ReviewPart
        // What was written to ask is not what is written to refuse.
        key={value.state}
        publishing={value}
        todos={todos}
        isStale={isStale}
        user={session?.user.id ?? ''}
        name={session?.user.name ?? ''}
        onName={() => setNaming({})}
        act={act}
      />
      <CarryAllExamples />
      <TodoPart publishing={value} todos={todos} act={act} />
      <DifferencePart pack={pack} differences={value.differences} isFirst={value.versions.length === 0} />
      <DraftPart drafts={value.drafts} isTried={value.issues.every(({ severity }) => severity !== 'error')} />
      <VersionPart pack={pack} name={store.copy.name} versions={value.versions} />
      {naming && (
        <NameDialog
          name={session?.user.id === 'local' ? '' : (session?.user.name ?? '')}
          onClose={() => setNaming(undefined)}
          onNamed={() => {
            setNaming(undefined)
            sessionAgain()
            naming.goOn?.()
          }}
        />
      )}
    </div>
  )
}

export type Act = (path: string, body: object, said: string) => void
