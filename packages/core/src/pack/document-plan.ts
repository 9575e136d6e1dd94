import { isObject, type Json, type JsonObject, property } from '../answers/json.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import type { Cover, DocumentPlan, FormPlan, LayoutPlan, OfficialPlan, Path, Section } from '../template/template.ts'
import { blockAt, walkBlocks } from '../template/walk.ts'
import type { Lookup } from './shelf.ts'
import { type Origin, packIssue } from './source.ts'

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item: Json): item is string => typeof item === 'string') : []

/** An official document begins with its head: what belongs to a book has no place before it. */
const notOfficial = (value: Json | undefined, originAt: (pointer: string) => Origin): readonly Issue[] => {
  const told = (keyword: string, wanted: string) =>
    packIssue('wrong-value', originAt(`/x-document/${keyword}`), { keyword: `x-document/${keyword}`, wanted })
  return [
    ...(property(value, 'profile') === 'report' ? [] : [told('official', '与 "profile": "report" 一起写')]),
    ...['cover', 'notes', 'contents']
      .filter((keyword) => property(value, keyword) !== undefined && property(value, keyword) !== false)
      .map((keyword) => told(keyword, '不写，公文从版头开始')),
  ]
}

/** `x-document`, with every field that the cover names looked up. */
export const documentPlan = (
  value: Json | undefined,
  sections: readonly Section[],
  originAt: (pointer: string) => Origin,
  forms: Lookup<string>,
) => {
  const issues: Issue[] = []
  const fields = walkBlocks({ sections }).filter((block) => block.block === 'field' && !block.path.includes('*'))
  const names = fields.map((field) => field.path.join('.'))
  const pathTo = (written: Json | undefined, pointer: string): Path | undefined => {
    if (typeof written !== 'string') return undefined
    const path = written.split('.')
    if (blockAt({ sections }, path)?.block === 'field') return path
    issues.push(packIssue('unknown-field', originAt(pointer), { path: written, suggestion: nearest(written, names) }))
    return undefined
  }
  const namedIn = (text: string, pointer: string) => {
    for (const [, name] of text.matchAll(/\{([^}]*)\}/g)) pathTo(name, pointer)
  }
  const coverOf = (cover: Json): Cover => {
    const [attachment, issuer] = [property(cover, 'attachment'), property(cover, 'issuer')]
    const rows = property(cover, 'fields')
    const date = pathTo(property(cover, 'date'), '/x-document/cover/date')
    const title = texts(property(cover, 'title'))
    for (const [i, line] of title.entries()) namedIn(line, `/x-document/cover/title/${i}`)
    return {
      marks: texts(property(cover, 'marks')),
      title,
      fields: (Array.isArray(rows) ? rows : []).flatMap((row: Json, i) => {
        const path = pathTo(property(row, 'field'), `/x-document/cover/fields/${i}/field`)
        return path ? [{ label: String(property(row, 'label') ?? ''), path }] : []
      }),
      ...(typeof attachment === 'string' && { attachment }),
      ...(typeof issuer === 'string' && { issuer }),
      ...(date && { date }),
    }
  }
  const officialOf = (written: JsonObject): OfficialPlan => {
    for (const [name, text] of Object.entries(written)) namedIn(String(text), `/x-document/official/${name}`)
    // The dialect says the shape; where it does not hold, there is an issue, and no template.
    return written as OfficialPlan
  }
  const formOf = (file: Json | undefined): FormPlan | undefined => {
    if (typeof file !== 'string') return undefined
    const content = forms.get(file)
    if (content !== undefined) return { file, content }
    const suggestion = nearest(file, [...forms.keys()])
    issues.push(packIssue('unknown-form', originAt('/x-document/form'), { path: file, suggestion }))
    return undefined
  }
  const cover = property(value, 'cover')
  const form = formOf(property(value, 'form'))
  const official = property(value, 'official')
  if (official !== undefined) issues.push(...notOfficial(value, originAt))
  const layout = property(value, 'layout')
  const plan: DocumentPlan = {
    profile: property(value, 'profile') === 'report' ? 'report' : 'book',
    notes: texts(property(value, 'notes')),
    contents: property(value, 'contents') === true,
    ...(property(value, 'clauses') === true && { clauses: true }),
    ...(isObject(cover) && { cover: coverOf(cover) }),
    ...(isObject(official) && { official: officialOf(official) }),
    // As above.
    ...(isObject(layout) && { layout: layout as LayoutPlan }),
    ...(form && { form }),
  }
  return { plan, issues }
}
