import type { Page } from 'playwright-core'
import { type Deed, fillIn, fillRows, openSection } from '../typist.ts'
import { kinds } from './kinds.ts'

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const deedOf = ({ deed, file }: (typeof kinds)[number]): Deed => {
  if (file !== undefined) return { file, bytes: file.endsWith('.png') ? png : pdf }
  if (deed === undefined) throw new Error('neither a deed nor a file')
  return deed
}

const budget = {
  '/tables/budget/gear/first': '100.5',
  '/tables/budget/gear/second': '50',
  '/tables/budget/travel/first': '10',
  '/tables/budget/office/later': '5',
}

/** Fills the application of the synthetic pack as a person does; what each section looks like then, by its title. */
export const fillEverything = async (page: Page, look: (page: Page) => Promise<string>): Promise<string> => {
  const seen: string[] = []
  const section = async (title: string, fill: () => Promise<void>) => {
    await openSection(page, title)
    await fill()
    await page.keyboard.press('Tab')
    seen.push(await look(page))
  }
  const one = (place: string, deed: Deed) => fillIn(page, place, deed)
  await section('申报概况', async () => {
    await one('/basics/name', '试验中心有限公司')
    await one('/basics/citizen', '11010519491231002X')
    await one('/basics/short', '一家试验单位。')
    await one('/basics/contact/person', '周联系')
    await one('/basics/contact/phone', '0471-6281234')
    await fillRows(page, '/basics/works', [{ name: '试制样机' }, { name: '检测方法' }])
  })
  await section('各种字段', async () => {
    for (const kind of kinds) await one(kind.at, deedOf(kind))
  })
  await section('代码表选项', async () => {
    await one('/lists/one', '钢铁')
    await one('/lists/many', ['钢铁', '乳品'])
    await one('/lists/openOne', { pick: '别的行业（请注明）', note: '木器' })
    await one('/lists/openMany', ['乳品'])
  })
  await section('表格与矩阵', async () => {
    await one('/tables/staff/remark', '队伍稳定。')
    await one('/tables/team/name', '吴带头')
    await one('/tables/team/office/room', '五〇一室')
    await fillRows(page, '/tables/people', [
      { name: '赵人员', months: '12', rate: '8000' },
      { name: '钱人员', months: '3', rate: '7000.5', reason: '年中调入' },
    ])
    await one('/tables/targets/0/done', '17')
    for (const [place, amount] of Object.entries(budget)) await one(place, amount)
  })
  await section('补充事项', async () => {
    await one('/extra/source', '历年结余')
    await one('/extra/extent', '全区范围')
    await one('/extra/site/area', '900')
    await one('/extra/site/remark', '无')
  })
  await section('专家意见', async () => {})
  return seen.join('\n')
}
