import type { Answers, Field, FileAnswer, Json, Lists, Pointer, Template } from '@policyforms/core'
import { property } from '@policyforms/core'
import type { Profile } from '../layout/profile.ts'
import type { Shelf } from '../pictures/shelf.ts'
import type { PageSetUps } from './turned-pages.ts'

/** What every writer knows of the book in hand. */
export interface Book {
  readonly template: Template
  /** With the rows that references name. */
  readonly lists: Lists
  readonly profile: Profile
  /** YYYY-MM-DD: what rules take for today. */
  readonly today: string
  readonly setUps: PageSetUps
  /** Settled: computed values are in, hidden answers are out. */
  readonly answers: Answers
  readonly hidden: ReadonlySet<Pointer>
  /** Top-level sections in which something was answered. */
  readonly begun: ReadonlySet<string>
  readonly pictures: Shelf
  /** Headings as they are written; the contents are made of them. */
  readonly headings: Heading[]
  /** Files as they are named; their numbers are in the tags of their controls, counted from 1. */
  readonly files: FileAnswer[]
  /** The next number for a drawing, unique in the book. */
  drawings: number
  /** How many tables stand on pages on their side. */
  turned: number
}

export interface Heading {
  readonly level: number
  readonly text: string
  readonly bookmark: string
}

/** A place among the answers and what stands there. */
export interface Place {
  readonly value: Json | undefined
  readonly at: Pointer
}

export const under = ({ value, at }: Place, key: string | number): Place => ({
  value: Array.isArray(value) ? value[Number(key)] : property(value, String(key)),
  at: `${at}/${typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
})

/** One field with its answer, about to be printed. */
export interface Leaf extends Place {
  readonly field: Field
}
