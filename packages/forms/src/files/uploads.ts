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

const none: readonly Upload[] = []

/** Uploads go on while other sections are filled; they belong to the form, not to the control that began them. */
export const createUploads = (store: Store, files: Files) => {
  const running = new Map<Pointer, readonly Upload[]>()
  const listeners = new Set<() => void>()
  let count = 0

  const put = (place: Pointer, uploads: readonly Upload[]) => {
    running.set(place, uploads)
    for (const listener of listeners) listener()
  }
  const at = (place: Pointer) => running.get(place) ?? none
  const drop = (place: Pointer, number: number) =>
    put(
      place,
      at(place).filter((one) => one.number !== number),
    )
  const change = (place: Pointer, number: number, part: Partial<Upload>) =>
    put(
      place,
      at(place).map((one) => (one.number === number ? { ...one, ...part } : one)),
    )

  const begin = async (file: File, field: Field, keys: Keys) => {
    const place = pointerOf(keys)
    const number = ++count
    const abort = new AbortController()
    const cancel = () => {
      abort.abort()
      drop(place, number)
    }
    put(place, [...at(place), { number, name: file.name, share: 0, fault: fileFault(file, field), cancel }])
    if (fileFault(file, field) !== undefined) return
    try {
      const answer: FileAnswer = await files.upload(
        file,
        field,
        (share) => change(place, number, { share }),
        abort.signal,
      )
      if (abort.signal.aborted) return
      store.update(keys, (value) => [...filesOf(value), answer].map((one) => ({ ...one })))
      drop(place, number)
    } catch (error) {
      if (abort.signal.aborted) return
      const reason = error instanceof Error && error.message ? error.message : '请检查网络后重试'
      change(place, number, { fault: `“${file.name}”未能上传：${reason}` })
    }
  }
  return {
    at,
    begin,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
