import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readSchemas } from '@policyforms/core/node'
import { type Zippable, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readPackZip, writePackZip } from './pack-zip.ts'

interface Hostile {
  readonly name: string
  readonly raw?: string
  readonly entries?: Readonly<Record<string, string>>
  /** How much is left of it, in bytes. */
  readonly cut?: number
  /** An entry that stands in it twice. */
  readonly twice?: string
  /** One more file of so many zeros, or of noise. */
  readonly zeros?: number
  readonly noise?: number
  /** The size that the directory gives for the first file. */
  readonly lie?: number
  readonly many?: number
  readonly bytes?: readonly number[]
  readonly refused: string
}

const cases: readonly Hostile[] = JSON.parse(readFileSync(new URL('./hostile-zips.json', import.meta.url), 'utf8'))

const entriesOf = ({ entries = {}, zeros, noise, many = 0, bytes, twice }: Hostile): Zippable => ({
  ...Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, Buffer.from(text)])),
  ...(zeros !== undefined && { 'north/big.schema.json': new Uint8Array(zeros) }),
  ...(noise !== undefined && { 'north/big.schema.json': Buffer.from(randomBytes(noise / 2).toString('hex')) }),
  ...(bytes && { 'north/odd.schema.json': Uint8Array.from(bytes) }),
  ...Object.fromEntries(Array.from({ length: many }, (_, i) => [`north/codes/a${i}.json`, Buffer.from('{}')])),
  // Under a name of the same length, which is then written over.
  ...(twice !== undefined && { [`${twice.slice(0, -1)}#`]: Buffer.from('{"other":1}') }),
})

const zipOf = (hostile: Hostile): Uint8Array => {
  const { raw, cut, twice, lie } = hostile
  if (raw !== undefined) return Buffer.from(raw)
  let zip = Buffer.from(zipSync(entriesOf(hostile)))
  if (twice !== undefined)
    zip = Buffer.from(zip.toString('latin1').replaceAll(`${twice.slice(0, -1)}#`, twice), 'latin1')
  if (lie !== undefined) zip.writeUInt32LE(lie, zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  return cut === undefined ? zip : zip.subarray(0, cut)
}

it.each(cases)('refuses $name', (hostile) => {
  expect(readPackZip(zipOf(hostile))).toEqual({ refused: expect.stringContaining(hostile.refused) })
})

it('takes a zip that somebody packed by hand, folders and all', () => {
  const text = Buffer.from('{"id":"north"}')
  const zip = zipSync({ 'north/': new Uint8Array(), 'north/jurisdiction.json': text })
  expect(readPackZip(zip)).toEqual({
    pack: 'north',
    files: [{ path: 'north/jurisdiction.json', text: '{"id":"north"}' }],
  })
})

it('takes back what it gave, of every pack, an office’s own Word file included', async () => {
  const all = await readSchemas(new URL('../../../../schemas', import.meta.url).pathname)
  const packs = [...new Set(all.flatMap(({ path }) => /^([^/]+)\/jurisdiction\.json$/.exec(path)?.[1] ?? []))]
  expect(all.some(({ path }) => path.endsWith('.docx'))).toBe(true)
  const signature = { files: {} } as never // what is signed is no matter of the zip
  for (const pack of packs) {
    const files = all.filter(({ path }) => path.startsWith(`${pack}/`))
    expect(readPackZip(writePackZip({ files, signature }))).toMatchObject({ pack, files })
  }
})
