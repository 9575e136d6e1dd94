import {
  type CodeEntry,
  type CodeList,
  type Field,
  fieldKinds,
  type Json,
  textOfJson,
  titleOf,
  trailsOf,
} from '@policyforms/core'
import type { CellKind, CellPart, CellReading, Lists } from './cell-kind.ts'
import { textOf } from './text-cells.ts'

const leaves = (entries: readonly CodeEntry[]): readonly CodeEntry[] =>
  entries.flatMap((entry) => (entry.children?.length ? leaves(entry.children) : [entry]))

export const listOf = (field: Field, lists: Lists): CodeList | undefined =>
  field.list !== undefined && Object.hasOwn(lists, field.list) ? lists[field.list] : undefined

const codesByTitle = new WeakMap<CodeList, ReadonlyMap<string, string>>()

/** Codes by the title that a cell shows; made once for each list. */
const codesOf = (list: CodeList): ReadonlyMap<string, string> => {
  const known = codesByTitle.get(list)
  if (known) return known
  const made = new Map(leaves(list.entries).map((entry) => [titleOf(list, entry.code), entry.code]))
  codesByTitle.set(list, made)
  return made
}

export const optionsOf = (field: Field, lists: Lists): readonly string[] => {
  const list = listOf(field, lists)
  return list ? [...codesOf(list).keys()] : []
}

const title = (code: Json, field: Field, lists: Lists): string => {
  const list = listOf(field, lists)
  if (typeof code !== 'string') return JSON.stringify(code)
  return list ? titleOf(list, code) : code
}

const readOption = (text: string, field: Field, lists: Lists): CellReading => {
  const list = listOf(field, lists)
  const code = list && codesOf(list).get(text.trim())
  if (code !== undefined) return { value: code }
  const parsed = fieldKinds.choice.parse(text, field, lists)
  return 'value' in parsed ? parsed : { wrong: text.trim(), code: 'not-an-option' }
}

const separators = /[、;；]/
const splitLines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** One option a line when a title holds a separator itself. */
const joiner = (field: Field, lists: Lists): string =>
  optionsOf(field, lists).some((option) => separators.test(option)) ? '\n' : '、'

const readOptions = (text: string, field: Field, lists: Lists): CellReading => {
  const found = splitLines(text).flatMap((line) => {
    const whole = readOption(line, field, lists)
    return whole && 'value' in whole
      ? [whole]
      : line
          .split(separators)
          .filter((piece) => piece.trim() !== '')
          .map((piece) => readOption(piece, field, lists))
  })
  const wrong = found.find((one) => one && 'wrong' in one)
  return wrong ?? { value: found.flatMap((one) => (one && 'value' in one ? [one.value] : [])) }
}

const optionPart = (key = ''): CellPart => ({
  key,
  suffix: '',
  format: () => '@',
  width: (field, lists) =>
    Math.min(30, Math.max(14, 2 * Math.max(0, ...optionsOf(field, lists).map((option) => option.length)) + 4)),
  write: title,
  read: (cell, field, lists) => (textOf(cell).trim() === '' ? undefined : readOption(textOf(cell), field, lists)),
  asked: (field, lists) => ({ type: 'list', options: optionsOf(field, lists), key: field.list ?? '' }),
})

const optionsPart = (key = ''): CellPart => ({
  key,
  suffix: '',
  format: () => '@',
  width: () => 28,
  write: (value, field, lists) =>
    Array.isArray(value)
      ? value.map((code: Json) => title(code, field, lists)).join(joiner(field, lists))
      : JSON.stringify(value),
  read: (cell, field, lists) => (textOf(cell).trim() === '' ? undefined : readOptions(textOf(cell), field, lists)),
})

const otherPart: CellPart = {
  key: 'other',
  suffix: '其他（请注明）',
  format: () => '@',
  width: () => 20,
  write: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
  read: (cell) => {
    const text = textOf(cell).trim()
    return text === '' ? undefined : { value: text }
  },
}

const titlesOf = (value: Json, list: CodeList): readonly string[] =>
  (typeof value === 'string' &&
    trailsOf(list)
      .get(value)
      ?.map((entry) => entry.title)) || [textOfJson(value)]

/** A whole trail in one cell, a code or a last title alone is understood as well: people paste. */
const readLevels = (texts: readonly string[], list: CodeList, field: Field, lists: Lists): CellReading => {
  const given = texts.map((text) => text.trim()).filter(Boolean)
  if (given.length === 0) return undefined
  const found = entryAt(list.entries, given)
  return found && !found.children?.length ? { value: found.code } : readOption(given.join(' / '), field, lists)
}

const entryAt = (entries: readonly CodeEntry[], [title, ...rest]: readonly string[]): CodeEntry | undefined => {
  const here = entries.find((entry) => entry.title.trim() === title)
  return here && rest.length > 0 ? entryAt(here.children ?? [], rest) : here
}

const levelledPart = (key = ''): CellPart => ({
  ...optionPart(key),
  width: () => 18,
  levels: (field, lists) => {
    const list = listOf(field, lists)
    if (!list || list.depth < 2) return undefined
    return {
      list,
      write: (value) => titlesOf(value, list),
      read: (texts) => readLevels(texts, list, field, lists),
    }
  },
})

const pick = () => '请从下拉列表中选择'
const pickLevels = (field: Field, lists: Lists): string =>
  (listOf(field, lists)?.depth ?? 1) > 1 ? '请从下拉列表中逐级选择，没有下一级的留空' : pick()
const pickSeveral = (field: Field, lists: Lists): string => {
  const options = optionsOf(field, lists)
  const how = joiner(field, lists) === '\n' ? '可选多项，每行一项' : '可选多项，用“、”隔开'
  return options.length > 0 && options.length <= 30 ? `${how}。选项：${options.join('；')}` : how
}

export const choiceCell: CellKind = { parts: () => [optionPart()], hint: pick, adds: false }
export const choicesCell: CellKind = { parts: () => [optionsPart()], hint: pickSeveral, adds: false }
export const openChoiceCell: CellKind = { parts: () => [optionPart('choice'), otherPart], hint: pick, adds: false }
export const cascadeCell: CellKind = { parts: () => [levelledPart()], hint: pickLevels, adds: false }
export const openCascadeCell: CellKind = {
  parts: () => [levelledPart('choice'), otherPart],
  hint: pickLevels,
  adds: false,
}
export const openChoicesCell: CellKind = {
  parts: () => [optionsPart('choices'), otherPart],
  hint: pickSeveral,
  adds: false,
}
