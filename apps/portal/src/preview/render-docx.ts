import { parseAsync, renderDocument } from 'docx-preview'
import { breakPages } from './break-pages.ts'
import { elementMaker } from './element.ts'
import { footersBySide, numberPages } from './number-pages.ts'
import pageStyle from './page.css?raw'
import { markPages, type WordModel } from './word-model.ts'

const sheetOf = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/** Shows a Word file in a shadow root of the host, page by page. Gives the number of pages. */
export const renderDocx = async (bytes: Blob, host: HTMLElement): Promise<number> => {
  const sheets: string[] = []
  const options = {
    h: elementMaker(sheets),
    inWrapper: true,
    useBase64URL: true,
    renderComments: false,
    renderAltChunks: false,
  }
  const model: WordModel = await parseAsync(bytes, options)
  const sections = markPages(model)
  const nodes = await renderDocument(model, options)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [...sheets, pageStyle].map(sheetOf)
  root.replaceChildren(...nodes)
  const footers = model.settingsPart?.settings?.evenAndOddHeaders ? footersBySide(root) : undefined
  const count = breakPages(root)
  numberPages(root, sections, footers)
  return count
}
