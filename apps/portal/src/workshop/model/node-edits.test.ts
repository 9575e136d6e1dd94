import { describe, expect, it } from 'vitest'
import { groupToTableInFiles } from './group-to-table.ts'
import { moveNode, renameNode } from './moves.ts'
import { addNode, changeKind, duplicateNode, removeNode, setRequired, splitNode } from './node-edits.ts'
import { allNodes, outlineOf } from './outline.ts'

const template = {
  'x-kind': 'template',
  title: '报告',
  properties: {
    basics: {
      'x-kind': 'section',
      title: '基本情况',
      required: ['name'],
      properties: {
        name: { 'x-kind': 'text', title: '名称', maxLength: 20 },
        leader: {
          'x-kind': 'group',
          title: '负责人',
          properties: { name: { 'x-kind': 'text', title: '姓名' } },
          required: ['name'],
        },
      },
    },
    money: { 'x-kind': 'section', title: '经费', properties: { total: { 'x-kind': 'money', title: '总额' } } },
  },
}
const text = JSON.stringify(template, null, 2)
const basics = ['properties', 'basics', 'properties']
const money = ['properties', 'money', 'properties']
const shape = (now: string) =>
  allNodes(outlineOf(now) ?? []).map(({ key, kind, isRequired }) => `${kind} ${key}${isRequired ? '*' : ''}`)

describe('the outline of a text', () => {
  it('shows every node with its kind, and what is asked for', () => {
    expect(shape(text)).toEqual([
      'section basics',
      'text name*',
      'group leader',
      'text name*',
      'section money',
      'money total',
    ])
  })

  it('is not there while the text does not parse', () => {
    expect(outlineOf(text.slice(1))).toBeUndefined()
  })
})

describe('what a person does to it', () => {
  it('adds a node under a key that is free', () => {
    const added = addNode(text, basics, 1, 'name', { 'x-kind': 'text', title: '新' })
    expect(added.keys).toEqual([...basics, 'name2'])
    expect(shape(added.text).slice(0, 3)).toEqual(['section basics', 'text name*', 'text name2'])
  })

  it('takes a node away, and no longer asks for it', () => {
    expect(shape(removeNode(text, [...basics, 'name']))[1]).toBe('group leader')
    expect(removeNode(text, [...basics, 'name'])).not.toContain('"required": []')
  })

  it('renames a key where it stands, asks for it by the new one, and leaves word of the old one', () => {
    const renamed = renameNode(text, [...basics, 'name'], 'title', 'name')
    expect(shape(renamed)[1]).toBe('text title*')
    expect(renamed).toContain('"x-was": "name"')
  })

  it('moves within a section and into another', () => {
    expect(shape(moveNode(text, [...basics, 'name'], basics, 1).text)[1]).toBe('group leader')
    const moved = moveNode(text, [...basics, 'name'], money, 0)
    expect(moved.keys).toEqual([...money, 'name'])
    expect(shape(moved.text)).toEqual([
      'section basics',
      'group leader',
      'text name*',
      'section money',
      'text name*',
      'money total',
    ])
  })

  it('does not move a node into itself', () => {
    expect(moveNode(text, ['properties', 'basics'], basics, 0).text).toBe(text)
  })

  it('copies a node behind itself', () => {
    expect(shape(duplicateNode(text, [...basics, 'leader']).text)).toContain('group leader2')
  })

  it('turns a group into a table with the same columns; examples have it as the only row', () => {
    const file = 'north/report.schema.json'
    const [complete, changes] = ['complete', 'invalid'].map((name) => `north/examples/report/${name}.json`)
    const files = groupToTableInFiles(
      new Map([
        [file, text],
        [complete ?? '', JSON.stringify({ basics: { name: '甲', leader: { name: '乙' } } })],
        [
          changes ?? '',
          JSON.stringify({
            from: 'complete.json',
            set: { '/basics/leader/name': '', '/basics/name': '丙' },
            issues: [{ code: 'required', at: '/basics/leader/name' }],
          }),
        ],
      ]),
      file,
      [...basics, 'leader'],
    )
    const contentOf = (path: string | undefined) => JSON.parse(files.get(path ?? '') ?? '')
    expect(contentOf(complete)).toEqual({ basics: { name: '甲', leader: [{ name: '乙' }] } })
    expect(contentOf(changes)).toEqual({
      from: 'complete.json',
      set: { '/basics/leader/0/name': '', '/basics/name': '丙' },
      issues: [{ code: 'required', at: '/basics/leader/0/name' }],
    })
    const table = files.get(file) ?? ''
    expect(shape(table).slice(2, 4)).toEqual(['table leader', 'text name*'])
    expect(JSON.parse(table).properties.basics.properties.leader.items.required).toEqual(['name'])
  })

  it('changes the kind and keeps what both admit', () => {
    const changed = changeKind(text, [...basics, 'name'], 'number', ['title', 'minimum'], { title: '新数字' })
    expect(JSON.parse(changed).properties.basics.properties.name).toEqual({ 'x-kind': 'number', title: '名称' })
  })

  it('begins what the new kind cannot be without, unless it has it already', () => {
    const begun = { title: '新单选', oneOf: [{ const: 'a', title: '甲' }] }
    const admitted = ['title', 'oneOf', 'x-codes']
    const chosen = changeKind(text, [...basics, 'name'], 'choice', admitted, begun)
    expect(JSON.parse(chosen).properties.basics.properties.name).toMatchObject({ title: '名称', oneOf: begun.oneOf })
    const listed = text.replace('"maxLength": 20', '"x-codes": "levels"')
    const kept = changeKind(listed, [...basics, 'name'], 'choice', admitted, begun)
    expect(JSON.parse(kept).properties.basics.properties.name).not.toHaveProperty('oneOf')
  })

  it('makes two fields of one, and each takes its part of what was filled in', () => {
    const split = splitNode(text, [...basics, 'name'], '，')
    const { name, name2 } = JSON.parse(split.text).properties.basics.properties
    expect(split.keys).toEqual([...basics, 'name2'])
    expect(name['x-was']).toEqual({ at: 'name', split: '，', part: 1 })
    expect(name2).toMatchObject({ 'x-kind': 'text', maxLength: 20, 'x-was': { at: 'name', split: '，', part: 2 } })
  })

  it('asks for a node, and stops asking', () => {
    const asked = setRequired(text, [...money, 'total'], true)
    expect(shape(asked).at(-1)).toBe('money total*')
    expect(shape(setRequired(asked, [...money, 'total'], false))).toEqual(shape(text))
  })
})
