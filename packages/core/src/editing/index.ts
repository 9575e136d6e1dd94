export { insertItem, insertProperty, type Keys, moveProperty, renameKey, setValue } from './edit-text.ts'
export { type Merged, mergeTexts } from './merge-texts.ts'
export { placeAt, rangeOf, type TextPlace } from './places.ts'
export { parseTolerantly } from './tolerant.ts'
