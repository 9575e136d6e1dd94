import { afterEach, expect, it, vi } from 'vitest'
import { sayHowFar } from './say-how-far.ts'

afterEach(() => void vi.restoreAllMocks())

it('says how far it is once a second, and nothing of what is quickly done', () => {
  const said: unknown[] = []
  let now = 0
  vi.spyOn(console, 'error').mockImplementation((line) => void said.push(line))
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const tell = sayHowFar(20)
  for (let done = 1; done <= 20; done++) {
    now += 150
    tell(done)
  }
  expect(said).toEqual(['已写 7／20 份……', '已写 14／20 份……'])
})
