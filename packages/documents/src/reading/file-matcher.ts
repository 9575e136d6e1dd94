import { type Answers, type FileAnswer, fileMatcher, type Place } from '@policyforms/core'

/** A file as a Word file tells of it: by its number among those that it names, or by its name alone. */
export interface ToldFile {
  readonly number?: number
  readonly name: string
}

export interface FileFinder {
  /** The file that is told of at a place of the answers. */
  readonly find: (told: ToldFile, place: Place) => FileAnswer | undefined
  readonly isName: (text: string) => boolean
}

/** What there is to be found, and what stands where in the draft by now. */
interface FilesToFind {
  /** Those that the Word file names, by number. */
  readonly numbered: readonly (FileAnswer | undefined)[]
  /** The numbers that still stand in it. */
  readonly standing: ReadonlySet<number>
  readonly uploaded: readonly FileAnswer[]
  readonly current: Answers
}

/** A number is certain. A name alone never takes a file that stands elsewhere by its number, while there are others. */
export const fileFinder = ({ numbered, standing, uploaded, current }: FilesToFind): FileFinder => {
  const byId = new Map(uploaded.map((file) => [file.id, file]))
  const byName = new Map(uploaded.map((file) => [file.name.trim(), file]))
  const claimed = new Set([...standing].flatMap((number) => numbered[number - 1]?.id ?? []))
  const match = fileMatcher(
    [...byId.values()].filter(({ id }) => !claimed.has(id)),
    current,
  )
  return {
    find: ({ number, name }, place) => {
      const written = number === undefined ? undefined : numbered[number - 1]
      return written ? (byId.get(written.id) ?? written) : (match(name, place) ?? byName.get(name))
    },
    isName: (text) => byName.has(text),
  }
}
