import { writeFile } from 'node:fs/promises'
import { referencePages } from './reference-pages.ts'

for (const [name, text] of referencePages()) {
  await writeFile(new URL(`../../docs/guide/${name}`, import.meta.url), text)
  console.log(`docs/guide/${name}`)
}
