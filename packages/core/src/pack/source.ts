import {
  findNodeAtLocation,
  getNodePath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import type { Json } from '../answers/json.ts'
import { keysOf, type Pointer, pointerOf } from '../answers/pointer.ts'
import { isBase64, isFormPath, longestForm } from '../editing/form-files.ts'
import type { Issue, PackCode } from '../issues/issue.ts'
import type { Severity } from '../template/template.ts'

/** A file of the schemas folder as it lies on disk, a Word file in base64; the path is relative to that folder, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** What kept it from being read; then there is no text. */
  readonly trouble?: { readonly code: 'file-unreadable' | 'file-too-big'; readonly params: Issue['params'] }
}

/** A file that has been parsed, and still knows where each value stands in its text. */
export interface Source {
  readonly path: string
  readonly value: Json
  readonly locate: (pointer: Pointer, target?: 'key' | 'value') => { readonly line: number; readonly column: number }
}

/** A place in a file: what every fault of a pack is tied to. */
export interface Origin {
  readonly source: Source
  readonly pointer: Pointer
}

export const packIssue = (
  code: PackCode,
  origin: Origin,
  params: Issue['params'] = {},
  more: { readonly severity?: Severity; readonly target?: 'key' | 'value' } = {},
): Issue => ({
  code,
  at: origin.pointer,
  severity: more.severity ?? 'error',
  params,
  file: origin.source.path,
  ...origin.source.locate(origin.pointer, more.target),
})

const lineAndColumn = (text: string, offset: number) => {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

const longest = 4 * 2 ** 20

/** A file is over the limit; `size` in bytes or characters, which for what is ten times too long is the same. */
export const tooBig = (size: number, limit = longest) => ({
  code: 'file-too-big' as const,
  params: { actual: Math.ceil(size / 2 ** 20), limit: limit / 2 ** 20 },
})

const notBytes = { code: 'file-unreadable' as const, params: { reason: 'not-a-document' } }

/** A Word file is a value of its own: what is in it is not told by line and column. */
const readForm = ({ path, text, trouble }: SourceFile): ReturnType<typeof readSource> => {
  const source: Source = { path, value: text, locate: () => ({ line: 1, column: 1 }) }
  const size = (text.length / 4) * 3
  const found = trouble ?? (size > longestForm ? tooBig(size, longestForm) : isBase64(text) ? undefined : notBytes)
  return found ? { issues: [packIssue(found.code, { source, pointer: '' }, found.params)] } : { source, issues: [] }
}

/** Parses one file. Broken JSON gives issues and no source. */
export const readSource = (file: SourceFile): { readonly source?: Source; readonly issues: readonly Issue[] } => {
  if (isFormPath(file.path)) return readForm(file)
  const text = file.text.replace(/^\uFEFF/, '')
  const issueAt: IssueAt = (code, offset, at, params) => ({
    code,
    at,
    severity: 'error',
    params,
    file: file.path,
    ...lineAndColumn(text, offset),
  })
  const trouble = file.trouble ?? (text.length > longest ? tooBig(text.length) : undefined)
  if (trouble) return { issues: [issueAt(trouble.code, 0, '', trouble.params)] }
  const { depth, keys } = scan(text)
  if (depth > 64) return { issues: [issueAt('too-deep', 0, '', { limit: 64 })] }
  const plain = parsed(text)
  if (plain !== undefined && keysIn(plain) === keys) {
    // Nothing to complain of: where things stand is worked out when somebody asks.
    let tree: Node | undefined
    return {
      source: { path: file.path, value: plain, locate: locatorOf(text, () => (tree ??= parseTree(text))) },
      issues: [],
    }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  if (errors.length > 0 || !root) return { issues: syntaxIssues(errors, text, issueAt) }
  const issues = duplicateKeys(root).map(({ key, node }) =>
    issueAt('duplicate-key', node.offset, pointerOf(getNodePath(node)), { key }),
  )
  // JSON.parse, unlike jsonc-parser, keeps a key named __proto__ as a plain property.
  return { source: { path: file.path, value: JSON.parse(text), locate: locatorOf(text, () => root) }, issues }
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All keys of all objects. Fewer than are written, and some are written twice. */
const keysIn = (value: Json | undefined): number => {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value)
  return inner.reduce((sum: number, one) => sum + keysIn(one), Array.isArray(value) ? 0 : inner.length)
}

const locatorOf =
  (text: string, tree: () => Node | undefined): Source['locate'] =>
  (pointer, target = 'value') => {
    const root = tree()
    if (!root) return { line: 1, column: 1 }
    const node = nodeAt(root, keysOf(pointer))
    const shown = target === 'key' && node.parent?.type === 'property' ? node.parent : node
    return lineAndColumn(text, shown.offset)
  }

type IssueAt = (code: PackCode, offset: number, at: Pointer, params: Issue['params']) => Issue

/** One for each line: what follows a slip on the same line is mostly its echo. */
const syntaxIssues = (errors: readonly ParseError[], text: string, issueAt: IssueAt): readonly Issue[] => {
  if (text.trim() === '') return [issueAt('json-syntax', 0, '', { detail: '文件是空的' })]
  const lines = new Set<number>()
  return errors.flatMap(({ error, offset }) => {
    const { line } = lineAndColumn(text, offset)
    if (lines.has(line)) return []
    lines.add(line)
    return [issueAt('json-syntax', offset, '', { detail: syntaxZh(printParseErrorCode(error)) })]
  })
}

/** The node at a pointer, or the nearest one above it. */
const nodeAt = (root: Node, keys: readonly string[]): Node => {
  let node = root
  for (const key of keys) {
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key])
    if (!next) return node
    node = next
  }
  return node
}

const duplicateKeys = (node: Node): readonly { readonly key: string; readonly node: Node }[] => {
  const children = node.children ?? []
  if (node.type !== 'object') return children.flatMap(duplicateKeys)
  const seen = new Set<string>()
  return children.flatMap((property) => {
    const key = String(property.children?.[0]?.value)
    const again = seen.has(key)
    seen.add(key)
    return [
      ...(again ? [{ key, node: property }] : []),
      ...(property.children?.[1] ? duplicateKeys(property.children[1]) : []),
    ]
  })
}

/** How deep brackets nest, told before a recursive parser runs into it, and how many keys are written. */
const scan = (text: string): { readonly depth: number; readonly keys: number } => {
  let [depth, deepest, keys] = [0, 0, 0]
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"(?:\s*:)?|[[\]{}]/g)) {
    if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth)
    else if (token === '}' || token === ']') depth--
    else if (token.endsWith(':')) keys++
  }
  return { depth: deepest, keys }
}

const syntax: Readonly<Record<string, string>> = {
  InvalidSymbol: '有不认识的字符',
  InvalidNumberFormat: '数字写错了',
  PropertyNameExpected: '这里应是带双引号的键（前面可能多了一个逗号）',
  ValueExpected: '这里应有一个值（前面可能多了一个逗号）',
  ColonExpected: '键的后面缺少英文冒号 :',
  CommaExpected: '两项之间缺少英文逗号 ,',
  CloseBraceExpected: '缺少右花括号 }',
  CloseBracketExpected: '缺少右方括号 ]',
  EndOfFileExpected: '后面多出了内容',
  InvalidCommentToken: 'JSON 里不能写注释',
  UnexpectedEndOfComment: '注释没有写完',
  UnexpectedEndOfString: '文字缺少右边的双引号 "',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: '\\u 后面应是四位十六进制数',
  InvalidEscapeCharacter: '反斜杠后面的字符不对',
  InvalidCharacter: '文字里有不能直接写的字符（如换行或制表符）',
}
const syntaxZh = (name: string) => syntax[name] ?? name
