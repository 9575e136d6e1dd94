import { longestForm } from '@policyforms/core/editing'
import { sendFile } from '../../server/upload-file.ts'
import { sizeInWords } from './form-files.ts'

/** A file that the server has looked at, to be put among those of the working copy. */
export interface TakenForm {
  /** As it was called where it was chosen. */
  readonly name: string
  /** Its bytes in base64. */
  readonly text: string
}

const inBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(new Error(`没有收下“${file.name}”：这台电脑读不出它，请另存一份再选。`))
    reader.readAsDataURL(file)
  })

/** Sends a file to be looked at, and gives what is to be kept of it. Throws with the sentence that says why not. */
export const takeForm = async (
  pack: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<TakenForm> => {
  // Said here already, so that nobody sends what is far too large.
  if (file.size > longestForm)
    throw new Error(
      `没有收下“${file.name}”：它有 ${sizeInWords(file.size)}，表样不能超过 ${longestForm / 2 ** 20} MB。请在 Word 里压缩其中的图片，再上传。`,
    )
  await sendFile(`/api/workshop/${pack}/forms/look`, file, onProgress, signal)
  return { name: file.name, text: await inBase64(file) }
}
