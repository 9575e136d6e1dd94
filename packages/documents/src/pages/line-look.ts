import { stylesOf } from '../layout/all-styles.ts'
import type { Look } from '../layout/look.ts'
import type { Profile } from '../layout/profile.ts'
import { headingStyle } from '../layout/styles.ts'

/** What a paragraph of a style takes on the page, in twentieths of a point. */
export interface LineLook {
  /** Of a character. */
  readonly size: number
  readonly line: number
  readonly before: number
  readonly after: number
  /** Left and right, and of the first line. */
  readonly indent: number
  readonly first: number
  /** Stays with the next paragraph; on one page. */
  readonly keeps: boolean
  readonly stays: boolean
}

/** Of its type, what a line of Chinese takes by itself; fonts differ between 1.3 and 1.45. */
const natural = 1.42

const headingLooks = (profile: Profile): Readonly<Record<string, Look>> =>
  Object.fromEntries(
    ([1, 2, 3, 4] as const).map((level) => [`Heading${level}`, { basedOn: 'Normal', ...headingStyle(profile, level) }]),
  )

/** A style with what it has from the one that it is based on. */
const whole = (looks: Readonly<Record<string, Look>>, style: string): Look => {
  const own = looks[style]
  if (!own) return {}
  if (own.basedOn === undefined) return own
  const base = whole(looks, own.basedOn)
  return {
    ...base,
    ...own,
    run: { ...base.run, ...own.run },
    paragraph: {
      ...base.paragraph,
      ...own.paragraph,
      indent: { ...base.paragraph?.indent, ...own.paragraph?.indent },
      spacing: { ...base.paragraph?.spacing, ...own.paragraph?.spacing },
    },
    beforeSpacing: `${base.beforeSpacing ?? ''}${own.beforeSpacing ?? ''}`,
  }
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** Text that keeps to the grid takes whole lines of it. */
const lineOf = ({ paragraph, beforeSpacing = '' }: Look, size: number, { linePitch }: Profile['grid']): number => {
  const { line = 240, lineRule } = paragraph?.spacing ?? {}
  if (lineRule === 'exact') return line
  const own = (size * natural * line) / 240
  return beforeSpacing.includes('snapToGrid') ? own : Math.ceil(own / linePitch) * linePitch
}

const lookOf = (look: Look, { body, grid }: Profile): LineLook => {
  const size = (typeof look.run?.size === 'number' ? look.run.size : body * 2) * 10
  const { indent = {}, spacing = {} } = look.paragraph ?? {}
  return {
    size,
    line: lineOf(look, size, grid),
    before: number(spacing.before),
    after: number(spacing.after),
    indent: number(indent.left) + number(indent.right),
    first: number(indent.firstLine),
    keeps: look.paragraph?.keepNext === true,
    stays: look.paragraph?.keepLines === true,
  }
}

const known = new WeakMap<Profile, Map<string, LineLook>>()

/** The looks of a profile's styles, made as they are asked for. */
export const lineLooks = (profile: Profile): ((style: string) => LineLook) => {
  const made = known.get(profile) ?? new Map<string, LineLook>()
  known.set(profile, made)
  const looks = made.size > 0 ? undefined : { ...stylesOf(profile), ...headingLooks(profile) }
  if (looks) for (const style of Object.keys(looks)) made.set(style, lookOf(whole(looks, style), profile))
  const normal = made.get('Normal') ?? lookOf({}, profile)
  return (style) => made.get(style) ?? normal
}
