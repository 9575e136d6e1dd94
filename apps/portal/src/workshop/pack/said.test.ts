import { beforeEach, expect, it, vi } from 'vitest'
import { keepSaid, saidOf, takeNote } from './said.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

it('keeps what was said for each pack until it is taken note of', () => {
  keepSaid('north', ['核对部门', '核对地名'])
  keepSaid('north', ['核对地名', '换依据'])
  takeNote('north', '核对部门')
  expect(saidOf('north')).toEqual(['核对地名', '换依据'])
  expect(saidOf('south')).toEqual([])
})

it('says nothing where nothing can be kept', () => {
  vi.stubGlobal('localStorage', undefined)
  keepSaid('north', ['核对部门'])
  expect(saidOf('north')).toEqual([])
})
