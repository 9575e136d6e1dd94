import type { Json } from '@policyforms/core'
import type { RefObject } from 'react'
import type { Item } from './combo-items.ts'
import { usePopover } from './use-popover.ts'

export interface ComboListProps {
  readonly id: string
  readonly anchor: RefObject<HTMLInputElement | null>
  readonly items: readonly Item[]
  readonly active: number
  readonly chosen: Json | undefined
  /** How many there are beyond those shown. */
  readonly more: number
  readonly labelledBy: string
  readonly onChoose: (item: Item) => void
}

const Line = ({ item }: { item: Item }) => {
  if (item.is === 'back') return `‹ 返回上一级（${item.title}）`
  if (item.is === 'branch')
    return (
      <>
        {`${item.title} `}
        <span aria-hidden="true">›</span>
      </>
    )
  return (
    <>
      {item.option.title}
      {item.option.above && <span className="pf-trail">{` ${item.option.above}`}</span>}
    </>
  )
}

export const ComboList = (props: ComboListProps) => {
  const layer = usePopover(props.anchor, true)
  const { id, items, active, chosen } = props
  return (
    <div ref={layer} popover="manual" className="pf-popover">
      <div id={id} role="listbox" aria-labelledby={props.labelledBy}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, aria-activedescendant points here
          <div
            key={item.is === 'leaf' ? item.option.code : `${item.is} ${item.title}`}
            id={`${id}-${index}`}
            role="option"
            className="pf-choice"
            data-active={index === active || undefined}
            aria-selected={item.is === 'leaf' && item.option.code === chosen}
            // Before the blur that would close the list.
            onMouseDown={(event) => {
              event.preventDefault()
              props.onChoose(item)
            }}
          >
            <Line item={item} />
          </div>
        ))}
      </div>
      {items.length === 0 && <p className="pf-popover-note">没有符合的选项，请换几个字再试</p>}
      {props.more > 0 && <p className="pf-popover-note">还有 {props.more} 项，请再输入几个字</p>}
    </div>
  )
}
