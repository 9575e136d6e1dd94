import { isObject, type Json, property } from '../answers/json.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import type { Cover, DocumentPlan, LayoutPlan, Path, Section } from '../template/template.ts'
import { blockAt, walkBlocks } from '../template/walk.ts'
import { type Origin, packIssue } from './source.ts'

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item: Json): item is string => typeof item === 'string') : []

/** `x-document`, with every field that the cover names looked up. */
export const documentPlan = (
  value: Json | undefined,
  sections: readonly Section[],
  originAt: (pointer: string) => Origin,
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
  const coverOf = (cover: Json): Cover => {
    const [attachment, issuer] = [property(cover, 'attachment'), property(cover, 'issuer')]
    const rows = property(cover, 'fields')
    const date = pathTo(property(cover, 'date'), '/x-document/cover/date')
    const title = texts(property(cover, 'title'))
    for (const [i, line] of title.entries())
      for (const [, name] of line.matchAll(/\{([^}]*)\}/g)) pathTo(name, `/x-document/cover/title/${i}`)
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
  const cover = property(value, 'cover')
  const layout = property(value, 'layout')
  const plan: DocumentPlan = {
    profile: property(value, 'profile') === 'report' ? 'report' : 'book',
    notes: texts(property(value, 'notes')),
    contents: property(value, 'contents') === true,
    ...(property(value, 'clauses') === true && { clauses: true }),
    ...(isObject(cover) && { cover: coverOf(cover) }),
    // The dialect says the shape; where it does not hold, there is an issue, and no template.
    ...(isObject(layout) && { layout: layout as LayoutPlan }),
  }
  return { plan, issues }
}
