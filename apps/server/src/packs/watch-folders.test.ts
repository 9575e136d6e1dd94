import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { watchFolders } from './watch-folders.ts'

const root = await mkdtemp(join(tmpdir(), 'policyforms-watch-'))
afterAll(() => rm(root, { recursive: true, force: true }))

it('hears of folders, not of where a link leads', async () => {
  const [dir, elsewhere] = [join(root, 'schemas'), join(root, 'elsewhere')]
  for (const folder of [join(dir, 'pack'), join(elsewhere, 'deep')]) await mkdir(folder, { recursive: true })
  await symlink(elsewhere, join(dir, 'link'))
  const told: string[] = []
  const watching = watchFolders(
    dir,
    (folders) => void told.push(...folders),
    (error) => void told.push(String(error)),
  )
  for (const folder of ['pack', 'link']) watching.cover(folder)
  await writeFile(join(elsewhere, 'deep', 'a.json'), '{}')
  await writeFile(join(elsewhere, 'b.json'), '{}')
  await writeFile(join(dir, 'pack', 'c.json'), '{}')
  await expect.poll(() => told).toContain('pack')
  expect(told).not.toContain('link')
  watching.close()
})
