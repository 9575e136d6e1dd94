export { engines, openSchemas, type OpenSchemas } from './open-schemas.ts'
export { readSchemas } from './read-schemas.ts'
