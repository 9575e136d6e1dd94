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

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const entity = (whole: string, name: string): string => {
  if (name[0] !== '#') return entities[name] ?? whole
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

// Nearly every text has only the named ones; the ampersand comes last, so that nothing is decoded twice.
const decoded = (xml: string): string =>
  xml.includes('&#')
    ? xml.replace(/&(#x[0-9a-fA-F]{1,8}|#\d{1,8}|[a-z]{2,4});/g, entity)
    : xml
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&')

/** The inverse, for text that Excel, WPS or LibreOffice wrote. */
export const plainText = (xml: string): string => {
  const text = xml.includes('&') ? decoded(xml) : xml
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
