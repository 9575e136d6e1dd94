import type { HElement } from 'docx-preview'

/**
 * Makes what docx-preview describes, as it would itself, but without <style> elements and style attributes:
 * the page runs under `style-src 'self'`, which refuses both. Style sheets are gathered, to be adopted by a shadow
 * root; styles in words are set through the CSSOM. Neither is an inline style to the policy.
 */
export const elementMaker = (sheets: string[]) => {
  const make = (described: HElement | Node | string): Node => {
    if (typeof described === 'string') return document.createTextNode(described)
    if (described instanceof Node) return described
    const { ns, tagName, className, style, children = [], ...properties } = described
    if (tagName === 'style') {
      sheets.push(children.join(''))
      return document.createComment('')
    }
    if (tagName === '#comment') return document.createComment('')
    if (tagName === '#fragment') {
      const fragment = document.createDocumentFragment()
      fragment.append(...children.map(make))
      return fragment
    }
    const element = document.createElementNS(ns ?? 'http://www.w3.org/1999/xhtml', tagName)
    if (className) element.setAttribute('class', className)
    if (style && (element instanceof HTMLElement || element instanceof SVGElement)) {
      if (typeof style === 'string') element.style.cssText = style
      else Object.assign(element.style, style)
    }
    for (const [name, value] of Object.entries(properties)) if (value !== undefined) Reflect.set(element, name, value)
    element.append(...children.map(make))
    return element
  }
  return make
}
