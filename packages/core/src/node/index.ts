export { engines, type OpenSchemas, openSchemas } from './open-schemas.ts'
export { readSchemas } from './read-schemas.ts'
