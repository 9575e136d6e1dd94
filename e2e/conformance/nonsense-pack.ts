import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface NonsensePack {
  /** An id that nobody can have written into the code. */
  readonly id: string
  readonly folder: string
  readonly schemas: string
  /** Runs `policyforms` on the folder, as a shell does. */
  readonly run: (...args: readonly string[]) => Promise<{ readonly exit: number; readonly told: string }>
}

const letters = 'bcdfghjklmnpqrstvwxz'

/** The pack with every kind and keyword, under a random id, beside what packs share, in a folder of its own. */
export const makeNonsensePack = async (): Promise<NonsensePack> => {
  const id = `q${Array.from({ length: 9 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')}`
  const folder = await mkdtemp(join(tmpdir(), 'policyforms-nonsense-'))
  const schemas = join(folder, 'schemas')
  for (const shared of ['dialect', 'common', 'codes'])
    await cp(join(root, 'schemas', shared), join(schemas, shared), { recursive: true })
  for (const shared of ['common', 'codes'])
    await cp(join(root, 'fixtures/schemas', shared), join(schemas, shared), { recursive: true })
  await cp(join(root, 'fixtures/schemas/everything'), join(schemas, id), { recursive: true })
  const jurisdiction = join(schemas, id, 'jurisdiction.json')
  await writeFile(jurisdiction, (await readFile(jurisdiction, 'utf8')).replace('"id": "everything"', `"id": "${id}"`))
  const run: NonsensePack['run'] = (...args) =>
    new Promise((done) => {
      const all = ['apps/cli/src/main.ts', ...args, '--schemas', schemas]
      execFile(process.execPath, all, { cwd: root, maxBuffer: 2 ** 26 }, (error, out, err) =>
        done({ exit: typeof error?.code === 'number' ? error.code : 0, told: out + err }),
      )
    })
  return { id, folder, schemas, run }
}
