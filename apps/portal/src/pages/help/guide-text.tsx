import { compiler } from 'markdown-to-jsx'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Link } from 'wouter'
import { anchorOf, hrefOf, pictureUrl } from './guide.ts'

interface Linked {
  readonly href?: string
  readonly children?: ReactNode
}

const GuideLink = ({ href = '', children }: Linked) => {
  const to = hrefOf(href)
  return to.startsWith('/') ? <Link href={to}>{children}</Link> : <a href={to}>{children}</a>
}

const GuidePicture = ({ src = '', alt = '' }: { readonly src?: string; readonly alt?: string }) => (
  <img src={pictureUrl(src)} alt={alt} />
)

/** Wide tables scroll by themselves, and can be scrolled with keys. */
const GuideTable = ({ children }: { readonly children?: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
  <section className="help-table" tabIndex={0}>
    <table>{children}</table>
  </section>
)

const Snippet = ({ children }: { readonly children?: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
  <pre tabIndex={0}>{children}</pre>
)

const options = {
  slugify: anchorOf,
  // The guide is ours and holds no HTML; what looks like a tag in it is text.
  disableParsingRawHTML: true,
  overrides: { a: GuideLink, img: GuidePicture, table: GuideTable, pre: Snippet },
}

/** A page of the guide; goes to the heading that the address names. */
export function GuideText({ text }: { readonly text: string }) {
  const whole = useRef<HTMLElement>(null)
  const content = useMemo(() => compiler(text, options), [text])
  useEffect(() => {
    const go = () => {
      const anchor = decodeURIComponent(window.location.hash.slice(1))
      if (anchor) whole.current?.querySelector(`[id="${CSS.escape(anchor)}"]`)?.scrollIntoView()
    }
    // After the frame has scrolled to the top, as it does when the page changes.
    const frame = requestAnimationFrame(go)
    window.addEventListener('hashchange', go)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('hashchange', go)
    }
  }, [])
  return <article ref={whole}>{content}</article>
}
