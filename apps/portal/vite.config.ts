import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const encodings = { br: promisify(brotliCompress), gz: promisify(gzip) }

/** Each text file once more, compressed, so that the server need not. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const names = (await readdir(dir, { recursive: true })).filter((name) => /\.(js|css|html|svg)$/.test(name))
    for (const name of names)
      for (const [ending, compress] of Object.entries(encodings))
        await writeFile(join(dir, `${name}.${ending}`), await compress(await readFile(join(dir, name))))
  },
})

export default defineConfig({
  plugins: [react(), compressed()],
  resolve: { alias: { 'markdown-to-jsx/react': fileURLToPath(new URL('src/plain-markdown.ts', import.meta.url)) } },
  // Everything comes as a file of its own: the page runs under `default-src 'self'`, so nothing may be inlined.
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 300,
    // The form that the workshop tries stands in a window of its own.
    rolldownOptions: { input: { index: 'index.html', form: 'preview-form.html' } },
  },
  server: { proxy: { '/api': process.env.POLICYFORMS_SERVER ?? 'http://127.0.0.1:4600' } },
})
