/** The part of docx-preview's own model that is used here; it comes without types. */
export interface WordModel {
  readonly documentPart: {
    readonly body: WordElement & { readonly props?: SectionProps }
    /** Reads another body in the place of its own. */
    parseXml(root: Element): void
  }
  readonly settingsPart?: { readonly settings?: { readonly evenAndOddHeaders?: boolean } }
  readonly parts: readonly { readonly rootElement?: WordElement }[]
}

export interface WordElement {
  type: string
  children?: WordElement[]
  className?: string
  text?: string
  fieldRun?: boolean
  charType?: string
  sectionProps?: SectionProps
}

export interface SectionProps {
  readonly pageNumber?: { readonly start?: number | string | null }
}

/** Stands where a page number will be. */
export const pageMark = '\uE000'
/** The class of the last paragraph of each section but the last. */
export const sectionEnd = 'ends-section'

const isPageField = (run: WordElement) =>
  run.children?.some((part) => part.type === 'instruction' && /^\s*PAGE\b/.test(part.text ?? '')) ?? false

/** docx-preview leaves fields out: the mark takes the place of the page number. */
const markPageFields = (element: WordElement): void => {
  for (const child of element.children ?? []) {
    if (isPageField(child)) {
      child.fieldRun = false
      child.children = [{ type: 'text', text: pageMark }]
    } else markPageFields(child)
  }
}

/** Readies the model for pages with numbers. Gives what each section says of itself, in order. */
export const markPages = (model: WordModel): readonly SectionProps[] => {
  for (const part of model.parts)
    if (part.rootElement && /^(header|footer)$/.test(part.rootElement.type)) markPageFields(part.rootElement)
  const { body } = model.documentPart
  const ended = (body.children ?? []).flatMap((paragraph) => {
    if (!paragraph.sectionProps) return []
    paragraph.className = [paragraph.className, sectionEnd].filter(Boolean).join(' ')
    return [paragraph.sectionProps]
  })
  return [...ended, body.props ?? {}]
}
