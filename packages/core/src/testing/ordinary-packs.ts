import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readSchemas } from '../node/read-schemas.ts'
import type { SourceFile } from '../pack/source.ts'

const model = new URL('./ordinary-pack', import.meta.url).pathname
const schemas = new URL('../../../../schemas', import.meta.url).pathname

/** The parts and codes that packs share, as they are. */
export const sharedFiles = async (): Promise<readonly SourceFile[]> =>
  (await readSchemas(schemas)).filter(({ path }) => /^(common|codes)\//.test(path))

/** Jurisdictions of ordinary size: two templates, ten clauses, a procedure and ten examples each, no two alike. */
export const ordinaryPacks = async (count: number): Promise<readonly SourceFile[]> => {
  const names = (await readdir(model, { recursive: true })).filter((name) => name.endsWith('.json'))
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(model, name), 'utf8') })),
  )
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const id = `ordinary-${String(i).padStart(4, '0')}`
    return files.map(({ name, text }) => ({
      path: `${id}/${name}`,
      text: text
        .replace('"id": "ordinary"', `"id": "${id}"`)
        .replace('"code": "990000"', `"code": "${100_000 + i}"`)
        .replaceAll('平常省', `第${i}省`),
    }))
  })
}

/** Writes files below a folder, which becomes a schemas folder. */
export const writeFiles = async (folder: string, files: readonly SourceFile[]): Promise<void> => {
  for (const name of new Set(files.map(({ path }) => dirname(join(folder, path)))))
    await mkdir(name, { recursive: true })
  await Promise.all(files.map(({ path, text }) => writeFile(join(folder, path), text)))
}
