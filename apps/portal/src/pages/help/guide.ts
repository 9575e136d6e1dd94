/* The guide in docs/guide as it stands, taken in when the portal is built. Loaded when somebody opens the help. */

const texts = import.meta.glob<string>('../../../../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const pictures = import.meta.glob<string>('../../../../../docs/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

export interface GuidePage {
  /** Its file name without the ending, such as `04-字段种类`; the first page has none. */
  readonly name: string
  readonly title: string
  readonly text: string
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')

export const guidePages: readonly GuidePage[] = Object.entries(texts)
  .map(([path, text]) => ({
    name: nameOf(path).replace('README', ''),
    title: /^# (.+)$/m.exec(text)?.[1] ?? nameOf(path),
    text,
  }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))

const urls = new Map(Object.entries(pictures).map(([path, url]) => [`pictures/${nameOf(path)}.png`, url]))
export const pictureUrl = (path: string): string => urls.get(path) ?? path

/** The part of an address by which a heading is found: the code at its end, else the heading itself. */
export const anchorOf = (heading: string): string =>
  / ([a-z][a-z-]*)$/.exec(heading)?.[1] ?? heading.replace(/[\s`]+/g, '-')

/** Where a link of the guide leads within the portal. */
export const hrefOf = (link: string): string => {
  const [, name = '', anchor = ''] = /^([^#]*)\.md(#.*)?$/.exec(link) ?? []
  return name ? `/help/${name === 'README' ? '' : encodeURIComponent(decodeURIComponent(name))}${anchor}` : link
}

export interface Found {
  readonly page: GuidePage
  readonly heading: string
  readonly line: string
}

/** The places under a heading that hold all the words, those with a word in their heading first. */
export const findInGuide = (query: string): readonly Found[] => {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const found = guidePages.flatMap((page) =>
    page.text.split(/^(?=#{1,3} )/m).flatMap((part): readonly Found[] => {
      const [first = '', ...lines] = part.split('\n')
      if (!has(part)) return []
      const line = lines.find((one) => words.some((word) => one.toLowerCase().includes(word))) ?? ''
      return [{ page, heading: first.replace(/^#+ /, ''), line: plain(line) }]
    }),
  )
  const isFirst = ({ heading }: Found) => words.some((word) => heading.toLowerCase().includes(word))
  return [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))]
}

/** A line without the marks of Markdown. */
const plain = (line: string): string =>
  line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`|*#]+/g, ' ')
    .trim()
    .slice(0, 120)
