import { readFileSync } from 'node:fs'
import { readBook } from '../src/reading/read-book.ts'
import { sampleAnswers, sampleBook } from '../src/sample/book.ts'
import { writeWord } from '../src/write-word.ts'

// Run by itself, so that its memory is all its own: reads files and tells what came of each, how much of the processor's
// time it took in ms, the lesser of two turns, and the most MB that the process had held by then beyond what it began with.
const today = '2026-05-01'
const read = (bytes: Uint8Array) => {
  globalThis.gc?.()
  const start = process.cpuUsage()
  const found = readBook(sampleBook, bytes, { today })
  const { user, system } = process.cpuUsage(start)
  return { ...found, took: (user + system) / 1000 }
}

// A process that reads books has read one before.
read(await writeWord(sampleBook, sampleAnswers, { today }))
const before = process.memoryUsage().rss
const measured = process.argv.slice(2).map((path) => {
  const bytes = readFileSync(path)
  const [one, other] = [read(bytes), read(bytes)]
  const megabytes = (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20
  return { ...one, took: Math.min(one.took, other.took), megabytes }
})
console.log(JSON.stringify(measured))
