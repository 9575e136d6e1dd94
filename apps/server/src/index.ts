export { type Served, type ServeOptions, serve } from './serve.ts'
export { type ZipEntry, zipped } from './exports/zipped.ts'
