import type { IParagraphStyleOptions } from 'docx'

/** What docx can say of a style, and what it cannot: properties that stand right before the spacing. */
export type Look = Omit<IParagraphStyleOptions, 'id' | 'name'> & { readonly beforeSpacing?: string }
