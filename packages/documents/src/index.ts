export type { PictureSource } from './pictures/shelf.ts'
export { type WordOptions, writeWord } from './write-word.ts'
