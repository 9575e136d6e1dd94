import type { Field, Json, Lists, Pointer } from '@policyforms/core'
import type { ComponentType } from 'react'
import type { Keys } from '../store/place.ts'

export interface WidgetProps {
  readonly field: Field
  readonly lists: Lists
  readonly keys: Keys
  /** The element that has the focus when the place is jumped to. */
  readonly id: string
  readonly value: Json | undefined
  readonly invalid: boolean
  /** Ids of what names and of what describes the control. */
  readonly labelledBy: string
  readonly describedBy: string | undefined
  /** Inside a cell of a table: no larger than a line where that is possible. */
  readonly compact: boolean
}

export interface Widget {
  readonly Control: ComponentType<WidgetProps>
  /** Several controls under one name: the name is a legend, not the label of one of them. */
  readonly isGroup: (field: Field, lists: Lists) => boolean
}

export const idOf = (place: Pointer): string => `at${place}`

/** The name and description that every control carries. */
export const naming = ({ id, labelledBy, describedBy }: WidgetProps) => ({
  id,
  'aria-labelledby': labelledBy,
  'aria-describedby': describedBy,
})

/** And its state, where its role has one. */
export const aria = (props: WidgetProps) => ({
  ...naming(props),
  'aria-invalid': props.invalid || undefined,
  'aria-required': props.field.required || undefined,
})
