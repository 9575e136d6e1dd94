export { insertItem, insertProperty, type Keys, moveProperty, renameKey, setValue } from './edit-text.ts'
export { type Merged, mergeTexts } from './merge-texts.ts'
