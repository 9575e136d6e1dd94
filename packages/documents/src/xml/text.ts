// Characters that XML cannot hold, halves of surrogate pairs, and those that mean something in it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const special = /[\u0000-\u001F\u007F-\u009F&<>"\u2028\u2029\uD800-\uDFFF\uFFFE\uFFFF]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g

/** Can stand in XML as it is, in one line. */
export const isPlain = (text: string): boolean => !special.test(text)

/** Text for element content or an attribute. What cannot be printed is dropped; half a surrogate pair becomes U+FFFD. */
export const escaped = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .toWellFormed()
        .replace(unprintable, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')

/** The lines of a text, whatever system it was typed on. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\r\u2028\u2029]/)
