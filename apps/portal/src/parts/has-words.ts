const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Whether a text holds every word that is looked for, in any order. */
export const hasWords = (text: string, words: string): boolean => {
  const here = plain(text)
  return plain(words)
    .split(/\s+/)
    .every((word) => here.includes(word))
}
