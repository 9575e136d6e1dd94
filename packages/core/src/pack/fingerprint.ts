/** Tells one text from another in a few letters (FNV-1a). It is no digest: the version of a template is named by one. */
export const fingerprintOf = (text: string): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16)
}
