const isComment = (line: string) => /^(\/\*\*| \*)/.test(line)

/** The library's unformatted output with indentation and readonly rows: what prettier would take three times as long for. */
export const tidy = (code: string): string => {
  let depth = ''
  const indented = code
    .trim()
    .split('\n')
    .map((line) => {
      if (isComment(line)) return (depth + line).trimEnd()
      if (line === '}') depth = ''
      const placed = depth + line.replace(/^(\w+\??: )(\w+\[\])$/, '$1readonly $2')
      if (line.endsWith('{')) depth = '  '
      return placed
    })
  return indented.join('\n').replace(/^}\n/gm, '}\n\n')
}
