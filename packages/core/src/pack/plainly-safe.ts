/** Nothing repeats, or one thing that is no group does, in an anchored pattern: nothing to backtrack into. */
export const isPlainlySafe = (source: string): boolean => {
  const plain = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  const repetitions = plain.match(/[*+]|\{\d+,\}/g)?.length ?? 0
  if (/\)[*+{?]/.test(plain)) return false
  return repetitions === 0 || (repetitions === 1 && plain.startsWith('^') && !plain.includes('|'))
}
