import { parseAsync, renderDocument } from 'docx-preview'
import { breakPages } from './break-pages.ts'
import { elementMaker } from './element.ts'
import pageStyle from './page.css?raw'

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
    ignoreLastRenderedPageBreak: false,
    useBase64URL: true,
    renderComments: false,
    renderAltChunks: false,
  }
  const nodes = await renderDocument(await parseAsync(bytes, options), options)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [...sheets, pageStyle].map(sheetOf)
  root.replaceChildren(...nodes)
  return breakPages(root)
}
