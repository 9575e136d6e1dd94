const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
const special = /[&<>"\r]/g
// What XML cannot hold, and a literal _xHHHH_ that Excel would take for an escape (ISO 29500-1, 22.9.2.19).
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unholdable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g

const carefully = (text: string): string =>
  text
    .toWellFormed()
    .replace(unholdable, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(special, (one) => named[one] ?? one)

const [tab, newline, quote, ampersand, less, greater, underscore, x] = [9, 10, 34, 38, 60, 62, 95, 120]

/** Text for an element or attribute of a workbook. Lone surrogates become U+FFFD; nothing else is lost. */
export const xmlText = (text: string): string => {
  // A list has millions of texts. One pass finds that nothing is to be done, or does what is common; expressions take twice as long.
  let made = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xd800 && (code <= 0xdfff || code >= 0xfffe)) return carefully(text)
    if (code > greater) {
      if (code === underscore && text.charCodeAt(i + 1) === x) return carefully(text)
      continue
    }
    if (code < 32 && code !== tab && code !== newline) return carefully(text)
    if (code !== ampersand && code !== less && code !== greater && code !== quote) continue
    made += `${text.slice(from, i)}${named[text[i] ?? '']}`
    from = i + 1
  }
  return from === 0 ? text : made + text.slice(from)
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
)

/** What an entity stands for; undefined for what is none. */
const entity = (name: string): string | undefined => {
  const number = /^#(?:(\d{1,8})|x([0-9a-fA-F]{1,8}))$/.exec(name)
  if (!number) return entities.get(name)
  const code = number[1] === undefined ? Number.parseInt(number[2] ?? '', 16) : Number(number[1])
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

/** Goes over the text once: nothing is decoded twice, and ends that are missing are not looked for again and again. */
const decoded = (xml: string): string => {
  let text = ''
  let [from, end] = [0, -1]
  for (let at = xml.indexOf('&'); at >= 0; at = xml.indexOf('&', at + 1)) {
    if (end < at) end = xml.indexOf(';', at)
    if (end < 0) break
    const said = end - at < 12 ? entity(xml.slice(at + 1, end)) : undefined
    if (said === undefined) continue
    text += xml.slice(from, at) + said
    from = end + 1
  }
  return text + xml.slice(from)
}

/** The inverse, for text that Excel, WPS or LibreOffice wrote. */
export const plainText = (xml: string): string => {
  const text = xml.includes('&') ? decoded(xml) : xml
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
