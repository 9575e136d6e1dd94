import { titleOf } from '@policyforms/core'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchText } from '../typing/use-search-text.ts'
import type { PickProps } from './choice.tsx'
import { codeOf, type Item, itemsOf } from './combo-items.ts'
import { ComboList } from './combo-list.tsx'
import { searchTextOf } from './search-text.ts'
import { aria } from './widget.ts'

export interface ComboBoxProps extends PickProps {
  /** What a typed text names, where that is more than the options' own names. */
  readonly read?: (typed: string) => string | undefined
}

/**
 * The editable combobox with a list of the WAI-ARIA Authoring Practices: search by typing, or go down a tree level by
 * level. A text that names no option is kept as it is, and the checks say so.
 */
export const ComboBox = (props: ComboBoxProps) => {
  const { list, value, id, keys } = props
  const { typed, put, commit, take } = useSearchText(keys, (text) => {
    close()
    props.onPick(text.trim() === '' ? undefined : (props.read?.(text) ?? codeOf(list, text) ?? text.trim()))
  })
  const [branch, setBranch] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const { shown, more } = useMemo(() => itemsOf(list, typed, branch), [list, typed, branch])
  const listId = `${id}-list`

  useEffect(() => {
    if (isOpen) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, active, listId])

  // What is searched is made while the person looks at the list, not at the first letter.
  useEffect(() => {
    if (!isOpen) return
    const timer = setTimeout(() => searchTextOf(list), 50)
    return () => clearTimeout(timer)
  }, [isOpen, list])

  const close = () => {
    setOpen(false)
    setBranch(undefined)
    setActive(0)
  }
  const choose = (item: Item | undefined) => {
    if (!item) return
    setActive(0)
    if (item.is === 'leaf') {
      put(undefined)
      props.onPick(item.option.code)
      close()
    } else setBranch(item.is === 'back' ? item.to : item.code)
  }
  const leave = () => {
    close()
    commit()
  }
  const move = (event: KeyboardEvent, step: number) => {
    event.preventDefault()
    event.stopPropagation()
    if (isOpen) setActive((active + step + shown.length) % Math.max(1, shown.length))
    setOpen(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(event, 1)
    else if (event.key === 'ArrowUp' && isOpen) move(event, -1)
    else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      choose(shown[active])
    } else if (event.key === 'Escape' && (isOpen || typed !== undefined)) {
      event.stopPropagation()
      if (!isOpen) put(undefined)
      close()
    }
  }

  return (
    <span className="pf-with-unit pf-combo" data-kind="combo">
      <input
        ref={input}
        type="text"
        role="combobox"
        className="pf-input"
        autoComplete="off"
        placeholder={props.compact ? undefined : '输入文字查找，或从列表中选择'}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && shown.length > 0 ? `${listId}-${active}` : undefined}
        {...aria(props)}
        value={typed ?? (typeof value === 'string' ? titleOf(list, value) : '')}
        onChange={(event) => {
          take(event)
          setActive(0)
          setOpen(true)
        }}
        onCompositionEnd={take}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <svg className="pf-chevron" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 6l4 4 4-4" />
      </svg>
      {isOpen && (
        <ComboList
          id={listId}
          anchor={input}
          items={shown}
          active={active}
          chosen={value}
          more={more}
          labelledBy={props.labelledBy}
          onChoose={choose}
        />
      )}
    </span>
  )
}
