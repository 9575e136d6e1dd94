/** Office files in the folder for them; all but .docx are looked at only to be told that they are not known. */
const pattern = /^[^/]+\/forms\/(?!~\$)[^/]+\.(?:docx?|docm|dot[xm]?)$/i

/** Whether a file of the schemas folder is bytes: an office's own Word file. Its text is those bytes in base64. */
export const isFormPath = (path: string): boolean => pattern.test(path)

/** As base64, it still is no longer than any other file of a working copy may be. */
export const longestForm = 3 * 2 ** 20

/** Whether a text of a working copy can be bytes at all: it comes from a page. */
export const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)

/** A plain loop: `Uint8Array.from` takes a second for three megabytes. */
export const bytesOfBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** What is to be written to disk for a file of the schemas folder. */
export const contentOf = ({ path, text }: { readonly path: string; readonly text: string }): string | Uint8Array =>
  isFormPath(path) ? bytesOfBase64(text) : text
