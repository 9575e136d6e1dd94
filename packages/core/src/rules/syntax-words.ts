import type { ParseError } from '@marcbachmann/cel-js'

const chinesePunctuation = /^[？！（）［］｛｝，。；：“”‘’＝＞＜＋－＊／％＆｜　、]/
const chinese = /^\p{Script=Han}+/u

/** What is wrong with an expression that does not parse, for whoever writes it: where it stands says more than the grammar. */
export const syntaxWords = (source: string, { code, range }: ParseError): string => {
  const start = range?.start ?? 0
  const rest = source.slice(start)
  const [words] = chinese.exec(rest) ?? []
  const [mark] = [...rest]
  if (code === 'unterminated_string') return '文字缺少右边的引号'
  if (source.trim() === '') return '还没有写'
  if (rest.trim() === '') return '后面还没有写完，或少了右括号'
  if (chinesePunctuation.test(rest)) return `“${mark}”是中文标点，请换成英文的`
  if (words !== undefined) return `“${words}”不能直接写：是一项的名称，请从列表里选；是文字，请加英文引号`
  if (mark === '=') return '“=”写得不对，相等写两个等号 =='
  return range === undefined ? '太长，或套得太深' : `“${mark}”写在这里不对`
}
