import { type Json, nonesToWrite, pointerOf, type Section, valueAt, walkBlocks } from '@policyforms/core'
import { useMemo, useState } from 'react'
import { mayFill } from '../fields/whose.ts'
import { useFilling } from '../store/context.ts'
import { type Keys, keysIn } from '../store/place.ts'
import type { Store } from '../store/store.ts'

interface Written {
  readonly keys: Keys
  readonly before: Json | undefined
  readonly value: Json
}

/** Writes 无 or 0 into every blank of a section that asks for it. */
const writeNones = (store: Store, section: Section): readonly Written[] => {
  store.flush()
  store.check()
  const { issues, settled } = store.state()
  const inside = issues.filter(({ at }) => at.startsWith(`${pointerOf(section.path)}/`))
  const written = nonesToWrite(store.template, inside).map(({ at, value }): Written => {
    const keys = keysIn(settled, at)
    return { keys, value, before: store.answerAt(keys) }
  })
  store.setAll(written)
  return written
}

/** Takes back what still stands as it was written. */
const takeBack = (store: Store, written: readonly Written[]): void => {
  store.flush()
  const standing = written.filter(({ keys, value }) => valueAt(store.state().answers, keys) === value)
  store.setAll(standing.map(({ keys, before }) => ({ keys, value: before })))
}

/** That nothing may stay blank, and a way to say so of all blanks at once. */
export const Blanks = ({ section }: { section: Section }) => {
  const { store } = useFilling()
  const [written, setWritten] = useState<readonly Written[]>()
  const isAsked = useMemo(
    () => walkBlocks({ sections: [section] }).some((block) => block.noBlanks && mayFill(store, block.role)),
    [section, store],
  )
  if (!isAsked) return null
  const undo = () => {
    takeBack(store, written ?? [])
    setWritten(undefined)
  }
  return (
    <div className="pf-blanks">
      <p className="pf-help">本表不得留空：没有的，文字写“无”，数字写 0。</p>
      <button type="button" className="pf-button" onClick={() => setWritten(writeNones(store, section))}>
        空白处填“无”或 0
      </button>
      {written && (
        <p className="pf-undo" role="status">
          {written.length === 0 ? '没有可以填“无”或 0 的空白，必填的项请如实填写' : `已填 ${written.length} 处`}
          {written.length > 0 && (
            <button type="button" className="pf-link" onClick={undo}>
              撤销
            </button>
          )}
        </p>
      )}
    </div>
  )
}
