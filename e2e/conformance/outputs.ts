import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import type { Answers, Draft } from '../../packages/core/src/index.ts'
import { beginDraft, type Portal } from '../open-portal.ts'
import { readExcel, readWord } from '../read-back.ts'
import { fillEverything } from './fill-everything.ts'
import type { NonsensePack } from './nonsense-pack.ts'

/** Everything that can be read of one submission of the synthetic pack, each output as one text. */
export interface Outputs {
  /** The form as it was filled: what is on the page, what the controls hold, and what they say of themselves. */
  readonly form: string
  readonly reading: string
  readonly types: string
  readonly plain: string
  readonly word: string
  /** The fill-in workbook: its cells, its notes and its limits. */
  readonly sheet: string
  readonly summary: string
  /** The targets of the pack against what was submitted, and once more with an answer that is not counted. */
  readonly statistics: string
  /** What the portal says of the pack: what is offered, its procedure, its clauses. */
  readonly pages: string
  readonly submitted: Answers
  readonly readBack: Answers
}

/** Text, what the controls hold, and the attributes by which they say what they want. */
const lookAt = (page: Page): Promise<string> =>
  page.locator('main').evaluate((main) => {
    const attributes = ['aria-label', 'title', 'placeholder', 'accept', 'max', 'min', 'inputmode']
    const controls = [...main.querySelectorAll('*')].flatMap((element) => [
      ...('value' in element && typeof element.value === 'string' ? [element.value] : []),
      ...attributes.flatMap((name) => element.getAttribute(name) ?? []),
      ...(element.hasAttribute('data-size')
        ? [`${element.getAttribute('data-at')} is ${element.getAttribute('data-size')}`]
        : []),
    ])
    return [main.textContent, ...controls].join('\n')
  })

const cellsOf = async (path: string) => (await readExcel(path)).rows.map((row) => row.join('\t')).join('\n')

const partsOf = async (path: string, wanted: RegExp) =>
  Object.entries(unzipSync(await readFile(path)))
    .filter(([name]) => wanted.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n')

/** The rows of a Word file's tables, each cell with the columns that it spans: `名称|甲×3`. */
const spansIn = (xml: string): string =>
  [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)]
    .map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)]
        .map(([cell]) => {
          const span = /w:gridSpan w:val="(\d+)"/.exec(cell)?.[1]
          return `${cell.replace(/<[^>]+>/g, '')}${span === undefined ? '' : `×${span}`}`
        })
        .join('|'),
    )
    .join('\n')

/** How a Word file looks, in a line for each style and page: `Heading2 楷体 28 bold`, `margins 1701 1417`. */
const looksIn = (xml: string): string => {
  const settingOf = (style: string, name: string) =>
    new RegExp(`<w:${name} [^>]*?w:val="([^"]+)"`).exec(style)?.[1] ?? ''
  const styles = [...xml.matchAll(/<w:style [^>]*w:styleId="(\w+)".*?<\/w:style>/gs)].map(([style, id]) => {
    const font = /w:eastAsia="([^"]+)"/.exec(style)?.[1] ?? ''
    const line = /<w:spacing [^>]*w:line="(\d+)"/.exec(style)?.[1] ?? ''
    const bold = /<w:b(?: w:val="(?:true|1)")?\/>/.test(style) ? 'bold' : ''
    return [id, font, settingOf(style, 'sz'), bold, settingOf(style, 'jc'), line].filter(Boolean).join(' ')
  })
  const margins = [...xml.matchAll(/<w:pgMar ([^>]*)>/g)].map(([, sides]) => `margins ${sides}`)
  return [...styles, ...margins].join('\n')
}

const readBook = async (path: string): Promise<string> =>
  `${(await readWord(path)).text}\n${spansIn(await partsOf(path, /^word\/document\.xml$/))}\n${looksIn(
    await partsOf(path, /^word\/(document|styles)\.xml$/),
  )}\n`

const pageText = async (page: Page, url: string) => {
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('main .skeleton') === null)
  return lookAt(page)
}

const expectDone = ({ exit, told }: { readonly exit: number; readonly told: string }): string => {
  if (exit !== 0) throw new Error(told)
  return told
}

/** Fills and submits the synthetic pack in a browser, then asks every command for every output of what was submitted. */
export const gatherOutputs = async (pack: NonsensePack, portal: Portal): Promise<Outputs> => {
  const page = await portal.open('/new')
  await beginDraft(page, pack.id, '全式样申报书')
  const form = await fillEverything(page, lookAt)
  await page.keyboard.press('Control+s')
  await page.locator('.saving', { hasText: '已保存于' }).waitFor()
  await page.getByRole('button', { name: '提交' }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: /^(提交|确认无误，提交)$/ })
  await confirm.click()
  await page.locator('.state', { hasText: '已提交' }).waitFor()
  const reading = await lookAt(page)
  const download = async (name: string, as: string) => {
    const [got] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
    await got.saveAs(join(pack.folder, as))
    return join(pack.folder, as)
  }
  const word = await download('下载 Word', 'portal.docx')
  const sheet = await download('下载 Excel', 'portal.xlsx')
  const draft = await (
    await page.request.get(`${portal.url}/api/drafts/${new URL(page.url()).pathname.split('/')[2]}`)
  ).json()
  const { answers } = draft as Draft // by the contract

  const file = (name: string) => join(pack.folder, name)
  const template = `${pack.id}/application`
  const answersFile = file('answers.json')
  await writeFile(answersFile, JSON.stringify(answers))
  const run = async (...args: readonly string[]) => expectDone(await pack.run(...args))
  await run('word', template, answersFile, '--out', file('book.docx'))
  // A table prints empty rows only where nobody has filled it in. What is missing is told, and the book made all the same.
  await writeFile(file('nothing.json'), '{}')
  await pack.run('word', template, file('nothing.json'), '--out', file('blank.docx'))
  await writeFile(file('work.json'), JSON.stringify({ work: { text: '一年来完成各项工作。', extent: '全区' } }))
  await run('word', `${pack.id}/report`, file('work.json'), '--out', file('report.docx'))
  await run('excel', template, answersFile, '--out', file('summary.xlsx'))
  await run('sheet', template, answersFile, '--out', file('sheet.xlsx'))
  await run('read', template, file('sheet.xlsx'), answersFile, '--out', file('back.json'))
  const uncounted = { ...answers, kinds: { ...(answers.kinds as Answers), yesNo: false, percent: 50 } } // a section
  await writeFile(file('uncounted.json'), JSON.stringify(uncounted))
  const counted = [answersFile, file('uncounted.json')].map((path) => `application:${path}`)
  await run('statistics', pack.id, ...counted, '--out', file('statistics.xlsx'))
  await run('types', '--out', file('types'))
  const pages = []
  for (const path of ['/new', `/packs/${pack.id}/procedure`, `/packs/${pack.id}/coverage`])
    pages.push(await pageText(page, portal.url + path))
  await page.close()
  return {
    form,
    reading,
    pages: pages.join('\n'),
    types: await readFile(file(`types/${pack.id}/application.ts`), 'utf8'),
    plain: await run('schema', template),
    word: [
      await readBook(word),
      await readBook(file('report.docx')),
      spansIn(await partsOf(file('blank.docx'), /^word\/document\.xml$/)),
    ].join('\n'),
    sheet: `${await cellsOf(sheet)}\n${await partsOf(sheet, /comments|sheet\d+\.xml/)}`,
    summary: await cellsOf(file('summary.xlsx')),
    statistics: `${await cellsOf(file('statistics.xlsx'))}\n${await partsOf(file('statistics.xlsx'), /styles\.xml/)}`,
    submitted: answers,
    readBack: JSON.parse(await readFile(file('back.json'), 'utf8')),
  }
}
