export { Filler } from './Filler.tsx'
export type { Files, FillerControls, FillerProps, ReadingProps } from './props.ts'
export { Reading } from './Reading.tsx'
