import { parseAsync, renderDocument } from 'docx-preview'
import { markBlocks, newMarks } from './block-marks.ts'
import { breakPages } from './break-pages.ts'
import { elementMaker } from './element.ts'
import { footersBySide, numberPages } from './number-pages.ts'
import pageStyle from './page.css?raw'
import type { SplitBody } from './split-body.ts'
import { markPages, type WordModel } from './word-model.ts'

export interface Rendered {
  readonly root: ShadowRoot
  readonly model: WordModel
  readonly pages: number
  /** The class of what each block made. Without it, no block can be found again. */
  readonly marks: readonly string[] | undefined
}

const sheetOf = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

const optionsWith = (sheets: string[]) => ({
  h: elementMaker(sheets),
  inWrapper: true,
  useBase64URL: true,
  renderComments: false,
  renderAltChunks: false,
})

/** Shows a Word file in a shadow root of the host, page by page. */
export const renderDocx = async (
  bytes: Blob | Uint8Array,
  host: HTMLElement,
  body?: SplitBody | undefined,
): Promise<Rendered> => {
  const sheets: string[] = []
  const options = optionsWith(sheets)
  const model: WordModel = await parseAsync(bytes, options)
  const sections = markPages(model)
  const marks = body && newMarks(body.blocks)
  const isMarked = marks && markBlocks(model.documentPart.body.children ?? [], body.blocks, marks)
  const nodes = await renderDocument(model, options)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [...sheets, pageStyle].map(sheetOf)
  root.replaceChildren(...nodes)
  const footers = model.settingsPart?.settings?.evenAndOddHeaders ? footersBySide(root) : undefined
  const pages = breakPages(root)
  numberPages(root, sections, footers)
  return { root, model, pages, marks: isMarked ? marks : undefined }
}

/** What blocks make, under their marks, in the manner of a file that was rendered. Undefined when they cannot be read. */
export const renderBlocks = async (
  model: WordModel,
  body: SplitBody,
  marks: readonly string[],
): Promise<DocumentFragment | undefined> => {
  const xml = body.before + body.blocks.join('') + body.after
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  if (document.getElementsByTagName('parsererror').length > 0) return undefined
  model.documentPart.parseXml(document.documentElement)
  if (!markBlocks(model.documentPart.body.children ?? [], body.blocks, marks)) return undefined
  const made = new DocumentFragment()
  made.append(...(await renderDocument(model, optionsWith([]))))
  return made
}
