export { exampleDay } from './check-examples.ts'
export { type CompileOptions, compileSchemas, type Pack, type Schemas } from './compile-schemas.ts'
export type { Engines } from './compile-template.ts'
export { readSource, type Source, type SourceFile } from './source.ts'
