import { sentence } from '@policyforms/core'

/** A Word file that somebody would have as an office's own: as it was uploaded, or in base64 as a working copy has it. */
export interface ArrivingForm {
  readonly name: string
  readonly content: Uint8Array | string
}

/** Endings that Word itself writes, and why they are not taken. */
const otherEndings: Readonly<Record<string, string>> = {
  '.doc': '它是旧格式（.doc）',
  '.docm': '它是可以带宏的格式（.docm）',
  '.dot': '它是 Word 模板（.dot）',
  '.dotx': '它是 Word 模板（.dotx）',
  '.dotm': '它是 Word 模板（.dotm）',
  '.wps': '它是 WPS 文字的格式（.wps）',
}
const saveAs = '请在 Word 或 WPS 里打开，另存为 .docx 再上传。'

/** Sentences that say only what is wrong. */
const withoutAdvice = new Set(['elements', 'entities', 'depth', 'entries', 'unpacked', 'ratio', 'file', 'strings'])

const endingOf = (name: string): string => /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? ''

/** Told from its name alone. */
const wrongKind = (name: string): string | undefined => {
  const ending = endingOf(name)
  if (ending === '.docx') return undefined
  const why = Object.hasOwn(otherEndings, ending) ? otherEndings[ending] : undefined
  return why ? `${why}。${saveAs}` : '它不是 Word 文件。表样要用 .docx，请选择 Word 里做好的那一份。'
}

/** Why a file is not taken, with what would be right; undefined when it is. Read with the guards of a pack from disk. */
export const formRefusal = async ({ name, content }: ArrivingForm): Promise<string | undefined> => {
  const { bytesOfBase64, isBase64, longestForm } = await import('@policyforms/core/pack')
  const { formFault } = await import('@policyforms/documents/form')
  const why = (): string | undefined => {
    const wrong = wrongKind(name)
    if (wrong !== undefined) return wrong
    if (typeof content === 'string' && !isBase64(content)) return `它不是 Word 文件。${saveAs}`
    const bytes = typeof content === 'string' ? bytesOfBase64(content) : content
    if (bytes.length > longestForm)
      return `它超过 ${longestForm / 2 ** 20} MB。请在 Word 里压缩其中的图片，或者删去用不着的页，再上传。`
    const fault = formFault(bytes)
    if (!fault) return undefined
    return `${sentence(fault)}。${withoutAdvice.has(String(fault.params.reason)) ? saveAs : ''}`
  }
  const refused = why()
  return refused === undefined ? undefined : `没有收下“${name}”：${refused}`
}
