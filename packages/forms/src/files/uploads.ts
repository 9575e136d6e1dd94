import { type Field, type FileAnswer, filesOf, type Pointer, pointerOf } from '@policyforms/core'
import type { Files } from '../props.ts'
import type { Keys } from '../store/place.ts'
import type { Store } from '../store/store.ts'

export interface Upload {
  readonly number: number
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  /** Why it failed, for people. */
  readonly fault: string | undefined
  cancel(): void
}

/** What goes on with the files of one place. */
export interface Desk {
  readonly keys: Keys
  readonly running: readonly Upload[]
  /** Taken away last, and may be put back. */
  readonly removed: { readonly file: FileAnswer; readonly index: number } | undefined
}

export type Uploads = ReturnType<typeof createUploads>

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`

/** What speaks against a file before any byte of it is sent. */
const fileFault = (file: File, field: Field): string | undefined => {
  const name = file.name.toLowerCase()
  if (field.accept && !field.accept.some((ending) => name.endsWith(ending)))
    return `“${file.name}”的类型不符，请上传 ${field.accept.join('、')}`
  if (field.maxBytes !== undefined && file.size > field.maxBytes)
    return `“${file.name}”有 ${megabytes(file.size)}，超过每个 ${Math.floor(field.maxBytes / 2 ** 20)} MB 的上限`
  return file.size === 0 ? `“${file.name}”是空文件` : undefined
}

/** Uploads go on while other sections are filled; they belong to the form, not to the control that began them. */
export const createUploads = (store: Store, files: Files) => {
  let desks: ReadonlyMap<Pointer, Desk> = new Map()
  const listeners = new Set<() => void>()
  let count = 0

  const show = (next: ReadonlyMap<Pointer, Desk>) => {
    desks = next
    for (const listener of listeners) listener()
  }
  const put = (desk: Desk) => show(new Map([...desks, [pointerOf(desk.keys), desk]]))
  const open = (keys: Keys): Desk => desks.get(pointerOf(keys)) ?? { keys, running: [], removed: undefined }
  /** Where an upload is now; nowhere when it was cancelled. */
  const deskOf = (number: number) =>
    [...desks.values()].find(({ running }) => running.some((one) => one.number === number))

  const change = (number: number, next: (upload: Upload) => readonly Upload[]) => {
    const desk = deskOf(number)
    if (desk) put({ ...desk, running: desk.running.flatMap((one) => (one.number === number ? next(one) : [one])) })
  }
  const drop = (number: number) => change(number, () => [])

  const begin = async (file: File, field: Field, keys: Keys) => {
    const number = ++count
    const abort = new AbortController()
    const cancel = () => {
      abort.abort()
      drop(number)
    }
    const desk = open(keys)
    const fault = fileFault(file, field)
    put({
      ...desk,
      removed: undefined,
      running: [...desk.running, { number, name: file.name, share: 0, fault, cancel }],
    })
    if (fault !== undefined) return
    try {
      const answer: FileAnswer = await files.upload(
        file,
        field,
        (share) => change(number, (upload) => [{ ...upload, share }]),
        abort.signal,
      )
      const place = deskOf(number)?.keys
      if (!place) return
      store.update(place, (value) => [...filesOf(value), answer].map((one) => ({ ...one })))
      drop(number)
    } catch (error) {
      const reason = error instanceof Error && error.message ? error.message : '请检查网络后重试'
      change(number, (upload) => [{ ...upload, fault: `“${file.name}”未能上传：${reason}` }])
    }
  }
  return {
    at: (place: Pointer): Desk | undefined => desks.get(place),
    begin,
    setRemoved: (keys: Keys, removed: Desk['removed']) => put({ ...open(keys), removed }),
    /** Rows of a table have changed places: what goes on in them goes with them, or ends where a row is gone. */
    follow: (table: Keys, next: (row: number) => number | undefined) => {
      const moved: Desk[] = []
      for (const desk of desks.values()) {
        const row = desk.keys[table.length]
        const isWithin = typeof row === 'number' && table.every((key, i) => desk.keys[i] === key)
        const to = isWithin ? next(row) : row
        if (!isWithin) moved.push(desk)
        else if (to !== undefined) moved.push({ ...desk, keys: desk.keys.with(table.length, to) })
        else for (const upload of desk.running) upload.cancel()
      }
      show(new Map(moved.map((desk) => [pointerOf(desk.keys), desk])))
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
