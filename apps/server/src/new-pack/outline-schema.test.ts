import { draftOutline, readText } from '@policyforms/documents'
import { expect, it } from 'vitest'
import { makeNamer } from './keys.ts'
import { outlineTemplate } from './outline-schema.ts'

const draft = (...lines: readonly string[]) => draftOutline(readText(lines.join('\n')))
const schema = async (given: ReturnType<typeof draft>) =>
  outlineTemplate(given, await makeNamer()).schema as unknown as {
    readonly 'x-blank'?: string
    readonly 'x-document': { readonly cover?: unknown }
  } // what is looked at

it('gives no cover to a sheet that begins with its title, and one to a book', async () => {
  const rows = ['指标\t分值\t得分', '投入\t60\t', '产出\t40\t']
  expect((await schema(draft('某省基地评分表', ...rows)))['x-document'].cover).toBeUndefined()
  expect((await schema(draft('某省基地登记表', '编号：____', ...rows)))['x-document'].cover).toBeDefined()
  expect((await schema(draft('某省基地申报书', '一、目标')))['x-document'].cover).toBeDefined()
})

it('writes what is printed beforehand as the kind of its column has it', async () => {
  const found = draft('某省申报书', '一、节点', '阶段\t内容\t指标', '2026年\t\t', '2027年\t\t')
  const asYears = (kind: string) => ({
    ...found,
    writesNone: true as const,
    sections: found.sections.map((section) => ({
      ...section,
      children: (section.children ?? []).map((table) => ({
        ...table,
        children: (table.children ?? []).map((column, i) =>
          i === 0 ? { ...column, keywords: { 'x-kind': kind } } : column,
        ),
      })),
    })),
  })
  const years = await schema(asYears('year'))
  expect(JSON.stringify(years)).toMatch(/"x-fixed-rows":\[\{"\w+":2026\},\{"\w+":2027\}\]/)
  expect(years['x-blank']).toBe('write-none')
  expect(JSON.stringify(await schema(asYears('text')))).toMatch(/"x-fixed-rows":\[\{"\w+":"2026年"\}/)
})

it('holds places for the options of a choice that has none', async () => {
  const found = draft('某省申报书', '一、情况', '职称：____')
  const [section] = found.sections
  const chosen = {
    ...found,
    sections: section
      ? [
          {
            ...section,
            children: (section.children ?? []).map((one) => ({
              ...one,
              keywords: { 'x-kind': 'choice' },
              options: [],
            })),
          },
        ]
      : [],
  }
  expect(JSON.stringify(await schema(chosen))).toMatch(/"title":"选项1".*"title":"选项2"/)
})
