/** A sensitive text as lists show it: its ends, so that two can be told apart, and stars. 110105********02X */
export const mask = (text: string): string => {
  const characters = [...text]
  const [head, tail] = characters.length >= 15 ? [6, 3] : characters.length >= 7 ? [3, 2] : [1, 0]
  const hidden = Math.max(1, characters.length - head - tail)
  return [...characters.slice(0, head), '*'.repeat(hidden), ...(tail > 0 ? characters.slice(-tail) : [])].join('')
}
