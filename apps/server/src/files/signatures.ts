/** What the first bytes of a file must be for its ending to be believed. */
interface Signature {
  /** As people call such files. */
  readonly name: string
  readonly type: string
  readonly matches: (head: Buffer) => boolean
}

const starts =
  (...hex: readonly string[]) =>
  (head: Buffer) =>
    hex.some((bytes) => head.subarray(0, bytes.length / 2).toString('hex') === bytes)
const holds = (offset: number, text: string) => (head: Buffer) =>
  head.subarray(offset, offset + text.length).toString('latin1') === text
/** Text has no NUL, and no file of another kind starts as this does. */
const isText = (head: Buffer) => !head.includes(0) && !isProgram(head)

const zip = starts('504b0304', '504b0506')
const compound = starts('d0cf11e0a1b11ae1')
const office = (name: string, type: string) => ({ name, type: `application/${type}`, matches: zip })
const legacy = (name: string, type: string) => ({
  name,
  type: `application/${type}`,
  // WPS and others write the new packages under the old endings, too.
  matches: (head: Buffer) => compound(head) || zip(head),
})
const image = (name: string, type: string, matches: Signature['matches']) => ({ name, type: `image/${type}`, matches })
const jpeg = image('JPEG 图片', 'jpeg', starts('ffd8ff'))
const tiff = image('TIFF 图片', 'tiff', starts('49492a00', '4d4d002a'))
const text = { name: '文本', type: 'text/plain; charset=utf-8', matches: isText }

const signatures: Readonly<Record<string, Signature>> = {
  '.pdf': {
    name: 'PDF 文件',
    type: 'application/pdf',
    // ISO 32000 readers accept the header anywhere in the first 1,024 bytes.
    matches: (head) => head.subarray(0, 1024).includes('%PDF-') && !isProgram(head),
  },
  '.ofd': office('OFD 文件', 'ofd'),
  '.docx': office('Word 文件', 'vnd.openxmlformats-officedocument.wordprocessingml.document'),
  '.xlsx': office('Excel 文件', 'vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  '.pptx': office('PowerPoint 文件', 'vnd.openxmlformats-officedocument.presentationml.presentation'),
  '.doc': legacy('Word 文件', 'msword'),
  '.xls': legacy('Excel 文件', 'vnd.ms-excel'),
  '.ppt': legacy('PowerPoint 文件', 'vnd.ms-powerpoint'),
  '.wps': legacy('WPS 文件', 'vnd.ms-works'),
  '.et': legacy('WPS 表格', 'octet-stream'),
  '.zip': office('压缩包', 'zip'),
  '.rar': { name: '压缩包', type: 'application/vnd.rar', matches: holds(0, 'Rar!') },
  '.7z': { name: '压缩包', type: 'application/x-7z-compressed', matches: starts('377abcaf271c') },
  '.jpg': jpeg,
  '.jpeg': jpeg,
  '.png': image('PNG 图片', 'png', starts('89504e470d0a1a0a')),
  '.gif': image('GIF 图片', 'gif', holds(0, 'GIF8')),
  '.bmp': image('BMP 图片', 'bmp', holds(0, 'BM')),
  '.tif': tiff,
  '.tiff': tiff,
  '.webp': image('WebP 图片', 'webp', (head) => holds(0, 'RIFF')(head) && holds(8, 'WEBP')(head)),
  '.mp4': { name: '视频', type: 'video/mp4', matches: holds(4, 'ftyp') },
  '.txt': text,
  '.csv': { ...text, type: 'text/csv; charset=utf-8' },
}

const isProgram = (head: Buffer) =>
  starts('4d5a', '7f454c46', 'cafebabe', 'cffaedfe', 'feedface', 'feedfacf')(head) || holds(0, '#!')(head)

/** How many bytes `judge` wants to see. */
export const headLength = 1024

const endingOf = (name: string) => /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? ''

export const acceptedEndings: readonly string[] = Object.keys(signatures)
export const mediaTypeOf = (name: string): string => signatures[endingOf(name)]?.type ?? 'application/octet-stream'

export type Judgement =
  | { readonly is: 'honest' }
  | { readonly is: 'unaccepted'; readonly ending: string }
  | { readonly is: 'disguised'; readonly claims: string; readonly program: boolean }

/** Whether a file is what its name says. */
export const judge = (name: string, head: Buffer): Judgement => {
  const ending = endingOf(name)
  const signature = Object.hasOwn(signatures, ending) ? signatures[ending] : undefined
  if (!signature) return { is: 'unaccepted', ending }
  return signature.matches(head)
    ? { is: 'honest' }
    : { is: 'disguised', claims: signature.name, program: isProgram(head) }
}
