export { generateTypes } from './generate-types.ts'
export { typeName } from './type-name.ts'
