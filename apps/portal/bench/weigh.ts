import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The files of the build that a page and its threads have asked for, by name. */
export const assetsOf = (page: Page): ReadonlySet<string> => {
  const names = new Set<string>()
  page.context().on('request', (request) => {
    const name = /\/(assets\/[^?]+\.(?:js|css))$/.exec(request.url())?.[1]
    if (name !== undefined) names.add(name)
  })
  return names
}

/** KB of files as they are delivered, gzipped. */
export const gzipped = async (names: Iterable<string>): Promise<number> => {
  const sizes = await Promise.all([...names].map((name) => stat(`${root}dist/${name}.gz`)))
  return sizes.reduce((sum, { size }) => sum + size / 1024, 0)
}

/** What only the workshop needs. */
const ofTheWorkshop = /\/src\/workshop\/|codemirror|@lezer|react-aria|react-stately|jsonc-parser/

/** KB of the workshop in some files of the build, before compression. The build is made once more to see into it. */
export const workshopIn = async (names: ReadonlySet<string>): Promise<number> => {
  const built = await build({ root, logLevel: 'error', build: { write: false } })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const chunks = outputs.filter((file) => file.type === 'chunk')
  const unknown = [...names].filter((name) => !outputs.some(({ fileName }) => fileName === name))
  if (unknown.length > 0) throw new Error(`not in this build: ${unknown.join(', ')}`)
  return chunks
    .filter(({ fileName }) => names.has(fileName))
    .flatMap(({ modules }) => Object.entries(modules))
    .filter(([id]) => ofTheWorkshop.test(id))
    .reduce((sum, [, { renderedLength }]) => sum + renderedLength / 1024, 0)
}
