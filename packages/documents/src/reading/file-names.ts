const unnumbered = (line: string): string => line.replace(/^\d+[.．]\s*/, '').trim()

/** Names in one line, as an office's own file has them: 甲.pdf、乙.pdf. A name may have the mark between them in itself. */
const namesInLine = (line: string, isName: (text: string) => boolean): readonly string[] => {
  const pieces = line.split('、')
  const names: string[] = []
  for (let from = 0; from < pieces.length; ) {
    const ends = pieces.map((_, i) => pieces.length - i).filter((end) => end > from)
    const end = ends.find((one) => isName(pieces.slice(from, one).join('、').trim())) ?? from + 1
    names.push(pieces.slice(from, end).join('、').trim())
    from = end
  }
  return names.some(isName) ? names.filter((name) => name !== '') : [line]
}

/** The file names that a text has, line by line and with or without numbers, besides those that are known already. */
export const fileNamesIn = (
  text: string,
  known: readonly string[],
  isName: (text: string) => boolean,
): readonly string[] => {
  const left = [...known]
  const isKnown = (name: string): boolean => {
    const at = left.indexOf(name)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  return text.split('\n').flatMap((written) => {
    const line = written.trim()
    const bare = unnumbered(line)
    if (line === '' || isKnown(line) || isKnown(bare)) return []
    return namesInLine(isName(line) ? line : bare, isName)
  })
}
