import type { Node } from '@policyforms/core'
import { createContext, useContext } from 'react'
import type { Store } from '../store/store.ts'

/** The role of the nearest block above that names one. */
export const RoleContext = createContext<string | undefined>(undefined)

/** Whether the one who fills may change what stands under a role. */
export const mayFill = (store: Store, role: string | undefined): boolean => !store.readOnly && role === store.role

/** What to say of a block that someone else fills; nothing where a block above has said it. */
export const useForeignNote = (store: Store, node: Node): string | undefined => {
  const above = useContext(RoleContext)
  const role = node.role ?? above
  if (role === above || role === store.role || role === undefined) return undefined
  const { roles } = store.template.pack
  return `由${Object.hasOwn(roles, role) ? roles[role] : role}填写`
}
