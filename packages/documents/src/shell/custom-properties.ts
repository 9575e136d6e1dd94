import type { FileAnswer, Template } from '@policyforms/core'
import { escaped } from '../xml/text.ts'

/** What a file says of itself, for whoever reads it back. */
export interface Origin {
  readonly template: string
  readonly version: string
  readonly hash: string
  /** The answers came with their computed values. */
  readonly computed: boolean
  /** Filled into an office's own file. */
  readonly layout?: 'office'
  /** The files that it names, in the order of their numbers. */
  readonly files: readonly FileAnswer[]
}

export const originOf = ({ id, version, hash }: Template, computed: boolean, files: readonly FileAnswer[]): Origin => ({
  template: id,
  version,
  hash,
  computed,
  files,
})

const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006'
/** The property set of custom properties, ISO 29500-1, 22.3; numbers 0 and 1 are taken. */
const set = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
const first = 2

const properties = (values: readonly (readonly [string, string])[]): string => {
  const property = ([name, value]: readonly [string, string], i: number) =>
    `<property fmtid="${set}" pid="${first + i}" name="${name}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<Properties xmlns="${namespace}/custom-properties" xmlns:vt="${namespace}/docPropsVTypes">${values.map(property).join('')}</Properties>`
  )
}

/** Of a document that was filled by no template. */
export const noProperties = properties([])

/** The origin as properties of the document, which Word, WPS and LibreOffice keep. */
export const customProperties = ({ template, version, hash, computed, layout, files }: Origin): string =>
  properties([
    ['template', template],
    ['version', version],
    ['hash', hash],
    ...(computed ? ([['computed', 'true']] as const) : []),
    ...(layout ? ([['layout', layout]] as const) : []),
    ...files.map((file, i) => [`file${i + 1}`, JSON.stringify(file)] as const),
  ])
