export { type ZipEntry, zipped } from './exports/zipped.ts'
export { type Served, type ServeOptions, serve } from './serve.ts'
