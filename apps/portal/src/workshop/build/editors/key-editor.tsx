import { isObject } from '@policyforms/core'
import { use } from 'react'
import { KeyControl } from '../key-input.tsx'
import type { EditorProps } from './editor-props.ts'
import { Siblings } from './siblings.ts'

/** The key of a record in a list, which others know it by. */
export function KeyEditor({ schema, value, onChange, id, describedBy }: EditorProps) {
  const taken = use(Siblings).map((one) => (isObject(one) ? one.key : undefined))
  const name = typeof value === 'string' ? value : ''
  const pattern = new RegExp(typeof schema.pattern === 'string' ? schema.pattern : '.')
  return (
    <KeyControl
      id={id}
      name={name}
      isRight={(typed) => pattern.test(typed) && (typed === name || !taken.includes(typed))}
      help="以小写英文字母开头，只用英文字母和数字，不与别的键重复。"
      describedBy={describedBy}
      onRename={onChange}
    />
  )
}
