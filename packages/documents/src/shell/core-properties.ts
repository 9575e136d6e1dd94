import { escaped } from '../xml/text.ts'

/** Title and date of the file; the date is the caller's, so that equal books are equal files. */
export const coreProperties = (title: string, today: string): string => {
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(today)}T00:00:00Z</dcterms:${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title>${date('created')}${date('modified')}</cp:coreProperties>`
  )
}
