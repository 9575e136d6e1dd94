import { pageMark, type SectionProps, sectionEnd } from './word-model.ts'

type Side = 'odd' | 'even'

const pagesOf = (root: ShadowRoot) => [...root.querySelectorAll<HTMLElement>('section.docx')]
const footerOf = (page: HTMLElement) => page.querySelector<HTMLElement>(':scope > footer')

/** The footers of right and left pages. docx-preview takes every second page that it makes for a left one. */
export const footersBySide = (root: ShadowRoot): Readonly<Partial<Record<Side, HTMLElement>>> => {
  const footers: Partial<Record<Side, HTMLElement>> = {}
  pagesOf(root).forEach((page, i) => {
    const footer = footerOf(page)
    if (footer) footers[i % 2 === 0 ? 'odd' : 'even'] ??= footer.cloneNode(true) as HTMLElement // a clone is of its kind
  })
  return footers
}

const writeNumber = (page: HTMLElement, number: number) => {
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text.nodeValue?.includes(pageMark)) text.nodeValue = text.nodeValue.replaceAll(pageMark, String(number))
}

/** Numbers the pages as Word would: each section goes on or begins anew, left and right pages have their own footer. */
export const numberPages = (
  root: ShadowRoot,
  sections: readonly SectionProps[],
  footers: Readonly<Partial<Record<Side, HTMLElement>>> | undefined,
): void => {
  let section = 0
  let isFirst = true
  let number = 0
  for (const page of pagesOf(root)) {
    const start = Number.parseInt(String(isFirst ? sections[section]?.pageNumber?.start : ''), 10)
    number = Number.isNaN(start) ? number + 1 : start
    isFirst = page.querySelector(`.${sectionEnd}`) !== null
    if (isFirst) section += 1
    const fitting = footers?.[number % 2 === 1 ? 'odd' : 'even']
    if (fitting) footerOf(page)?.replaceWith(fitting.cloneNode(true))
    writeNumber(page, number)
  }
}
