import type { ReactNode } from 'react'

/**
 * Stands in for markdown-to-jsx, which @rjsf/core loads for labels and help with Markdown in them (28 KB gz). Packs may
 * not write markup and our own templates replace what would show it, so whatever still gets here is plain text.
 */
export const Markdown = ({ children }: { readonly children?: ReactNode }) => children
