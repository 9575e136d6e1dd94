import type { Block, Field, Matrix, Section, Table } from '@policyforms/core'
import { printOf } from '../prints/index.ts'
import type { Member } from './base-grid.ts'

/** What a section prints, in order: boxes of short answers, running text, and blocks that stand alone. */
export type SectionPart =
  | { readonly part: 'base'; readonly members: readonly Member[] }
  | { readonly part: 'text'; readonly field: Field }
  | { readonly part: 'alone'; readonly block: Section | Table | Matrix }

const isMember = (block: Block | undefined): block is Member =>
  block?.block === 'field' || block?.block === 'group' || (block?.block === 'table' && block.joined === true)
const isCell = (member: Member) => member.block !== 'field' || printOf(member).text === undefined

/** The blocks on either side of a member that stand in one base table with it. */
const neighbours = (children: readonly Block[], at: number): readonly Member[] => {
  const end = children.findIndex((block, i) => i > at && !isMember(block))
  const start = children.findLastIndex((block, i) => i < at && !isMember(block)) + 1
  return children.slice(start, end < 0 ? undefined : end).filter(isMember)
}

/** A text that may run joins the boxes if it is short and stands among them, or if an office or an expert writes it. */
const standsInCell = (member: Member, children: readonly Block[], at: number, byOffice: boolean): boolean => {
  if (member.block !== 'field' || isCell(member)) return true
  const { joins } = printOf(member)
  if (!joins) return false
  return byOffice || member.role !== undefined || (joins(member) && neighbours(children, at).some(isCell))
}

export const partsOf = (children: readonly Block[], byOffice: boolean): readonly SectionPart[] => {
  const parts: SectionPart[] = []
  children.forEach((block, i) => {
    if (!isMember(block)) {
      parts.push({ part: 'alone', block })
      return
    }
    if (block.block === 'field' && !standsInCell(block, children, i, byOffice)) {
      parts.push({ part: 'text', field: block })
      return
    }
    const last = parts.at(-1)
    if (last?.part === 'base') parts[parts.length - 1] = { part: 'base', members: [...last.members, block] }
    else parts.push({ part: 'base', members: [block] })
  })
  return parts
}
