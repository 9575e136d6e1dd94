export interface PictureSize {
  readonly ending: 'png' | 'jpeg' | 'gif'
  /** In pixels. */
  readonly width: number
  readonly height: number
}

const png = (bytes: DataView): PictureSize | undefined =>
  bytes.byteLength > 32 && bytes.getUint32(0) === 0x89504e47 && bytes.getUint32(12) === 0x49484452
    ? { ending: 'png', width: bytes.getUint32(16), height: bytes.getUint32(20) }
    : undefined

const gif = (bytes: DataView): PictureSize | undefined =>
  bytes.byteLength > 10 && bytes.getUint32(0) === 0x47494638
    ? { ending: 'gif', width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) }
    : undefined

/** Frames are SOF0–SOF15 but for DHT, JPG and DAC, which share their numbers. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const jpeg = (bytes: DataView): PictureSize | undefined => {
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 9 < bytes.byteLength && bytes.getUint8(at) === 0xff) {
    if (isFrame(bytes.getUint8(at + 1)))
      return { ending: 'jpeg', width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) }
    at += 2 + bytes.getUint16(at + 2)
  }
  return undefined
}

/** Reads kind and size from a picture's own head; undefined for what Word would not show. */
export const pictureSize = (picture: Uint8Array): PictureSize | undefined => {
  const bytes = new DataView(picture.buffer, picture.byteOffset, picture.byteLength)
  const size = png(bytes) ?? jpeg(bytes) ?? gif(bytes)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}
