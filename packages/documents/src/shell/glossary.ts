import { placeholderName, placeholderText } from '../xml/control.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The part that says what stands in a control that someone emptied: a space, and not a prompt that would be printed. */
export const glossaryPart = 'word/glossary/document.xml'
export const glossary = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:glossaryDocument xmlns:w="${main}"><w:docParts><w:docPart><w:docPartPr><w:name w:val="${placeholderName}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{7C1B5E0A-3A52-4A0B-9D7E-51C0F0A1B2C3}"/></w:docPartPr><w:docPartBody><w:p><w:r><w:t xml:space="preserve">${placeholderText}</w:t></w:r></w:p></w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>`

export const withGlossaryType = (types: string): string =>
  types.replace(
    '</Types>',
    `<Override PartName="/${glossaryPart}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"/></Types>`,
  )

export const withGlossaryRelation = (relations: string): string =>
  relations.replace(
    '</Relationships>',
    '<Relationship Id="rIdGlossary" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/glossaryDocument" Target="glossary/document.xml"/></Relationships>',
  )
