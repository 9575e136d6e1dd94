import type { Deed } from './typist.ts'

/** One answer: what is done at its place, and how it must read in the Word book and in the Excel sheet. */
export interface Told {
  readonly deed: Deed
  readonly word: string
  readonly sheet: string
}

export interface Part {
  readonly section: string
  readonly fields?: Readonly<Record<string, Told>>
  readonly tables?: Readonly<Record<string, readonly Readonly<Record<string, Told>>[]>>
}

const plain = (words: string): Told => ({ deed: words, word: words, sheet: words })
/** Typed as people type it: other separators, thousands, full-width digits. */
const read = (typed: string, word: string, sheet: string): Told => ({ deed: typed, word, sheet })
const date = read
const money = read
const option = (title: string): Told => ({ deed: title, word: `☑${title}`, sheet: title })
/** In a table there is no room for all options: Word prints the chosen one. */
const cell = (title: string): Told => plain(title)
const ticked = (titles: readonly string[]): Told => ({
  deed: titles,
  word: titles.join('、'),
  sheet: titles.join('、'),
})

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

const opening: Part = {
  section: '基本信息',
  fields: {
    '/centre/name': plain('内蒙古自治区稀土新材料技术创新中心'),
    '/centre/approvedOn': date('2023-5-12', '2023年5月12日', '2023-05-12'),
    '/centre/approvalNumber': plain('内科发〔2023〕18号'),
    '/centre/leadName': plain('包头稀土研究院有限公司'),
    '/centre/leadCreditCode': plain('91350100M000100Y43'),
    '/centre/leadType': option('企业'),
    '/centre/field': {
      deed: { pick: '其他（请注明）', note: '稀土永磁电机' },
      word: '稀土永磁电机',
      sheet: '稀土永磁电机',
    },
    '/centre/recommender': option('包头市人民政府'),
    '/centre/region': option('包头市'),
    '/centre/directorName': plain('巴特尔'),
    '/centre/contact/name': plain('赵敏'),
    '/centre/contact/phone': plain('13904720000'),
    '/centre/contact/email': plain('zhaomin@example.cn'),
  },
}

const year: Part = { section: '报告年度和报送', fields: { '/report/basis/year': plain('2024') } }

const misdated = date('2023-6-30', '2023年6月30日', '2023-06-30')

/** The second resolution is dated in another year: the rule that it breaks is mended by `mended`. */
const plan: Part = {
  section: '年度发展计划及执行情况',
  fields: {
    '/plan/text': plain(
      '完成高丰度稀土永磁材料中试线建设，全年开机 286 天。\n“低钕”配方 <N48> & 晶界扩散两项指标按期达到。',
    ),
  },
  tables: {
    '/plan/resolutions': [
      {
        body: cell('理事会（董事会）'),
        date: date('2024-3-5', '2024年3月5日', '2024-03-05'),
        session: plain('第一届理事会第三次会议'),
        matters: ticked(['重大工程及项目', '资金使用']),
        resolution: plain('同意中试线二期投资方案'),
        carried: plain('已签订设备合同'),
      },
      {
        body: cell('技术指导委员会'),
        date: misdated,
        session: plain('2024年第一次会议'),
        matters: ticked(['研发方向和研发内容']),
        resolution: plain('增设回收利用方向'),
        carried: plain('团队已组建'),
      },
      {
        body: cell('中心主任（总经理）'),
        date: date('2024年11月20日', '2024年11月20日', '2024-11-20'),
        session: plain('主任办公会'),
        matters: ticked(['年度工作', '其他']),
        resolution: plain('部署年度总结'),
        carried: plain('已完成'),
      },
    ],
  },
}

const mended = {
  place: '/plan/resolutions/1/date',
  instead: misdated,
  told: date('2024-6-28', '2024年6月28日', '2024-06-28'),
}

const projects: Part = {
  section: '重大项目',
  fields: { '/projects/text': plain('在研项目三项，其中一项通过中期检查。') },
  tables: {
    '/projects/list': [
      {
        name: plain('高丰度稀土永磁体关键技术'),
        source: cell('国家科技计划'),
        number: plain('2023YFB3500100'),
        leader: plain('巴特尔'),
        period: read('2023-1 至 2026-12', '2023年1月至2026年12月', '2023-01-01'),
        total: money('1,860.5', '1,860.50', '1860.5'),
        spent: money('420.25', '420.25', '420.25'),
        progress: plain('完成三种配方'),
      },
      {
        name: plain('废旧磁体短流程回收'),
        source: {
          deed: { pick: '其他（请注明）', note: '行业协会揭榜' },
          word: '其他（行业协会揭榜）',
          sheet: '行业协会揭榜',
        },
        number: plain('无'),
        leader: plain('李响'),
        period: read('2024-3 至 2025-9', '2024年3月至2025年9月', '2024-03-01'),
        total: money('３００', '300.00', '300'),
        spent: money('0.1', '0.10', '0.1'),
        progress: plain('小试'),
      },
    ],
  },
}

const finance: Part = {
  section: '经费预决算',
  fields: { '/finance/supported': option('否') },
  tables: {
    '/finance/income': [
      {
        source: cell('市场化服务收入'),
        budget: money('1200', '1,200.00', '1200'),
        actual: money('1350.55', '1,350.55', '1350.55'),
      },
      {
        source: cell('竞争性科研项目'),
        budget: money('600', '600.00', '600'),
        actual: money('580.45', '580.45', '580.45'),
      },
    ],
    '/finance/expenditure': [
      {
        fund: cell('企业资金'),
        use: cell('基础研究'),
        budget: money('900', '900.00', '900'),
        actual: money('870.2', '870.20', '870.2'),
      },
      {
        fund: cell('其他资金'),
        use: cell('经营运转'),
        budget: money('500', '500.00', '500'),
        actual: money('610.8', '610.80', '610.8'),
        note: plain('能源涨价'),
      },
    ],
  },
}

/** Computed from what was typed: never typed, yet in both files. */
export const computed = [
  { label: '收入决算合计', word: '1,931.00', sheet: '1931' },
  { label: '支出决算合计', word: '1,481.00', sheet: '1481' },
  { label: '收支结余', word: '450.00', sheet: '450' },
]

const academic: Part = {
  section: '重大学术活动',
  tables: {
    '/academic/list': [
      {
        name: plain('稀土磁性材料论坛'),
        date: date('2024/8/16', '2024年8月16日', '2024-08-16'),
        place: plain('包头'),
        role: cell('主办'),
        level: cell('全国'),
        people: plain('320'),
        outcome: plain('发布技术路线图'),
      },
    ],
  },
}

const research: Part = {
  section: '研发方向及研发内容',
  tables: {
    '/research/directions': [
      {
        direction: plain('低重稀土磁体'),
        leader: plain('李响'),
        content: plain('晶界扩散'),
        achievement: plain('发明专利 4 件'),
      },
    ],
  },
}

const indicators: Part = {
  section: '指标完成情况',
  tables: {
    '/indicators/list': [
      {
        name: plain('发明专利授权'),
        focus: cell('创新能力'),
        unit: plain('件'),
        plan: read('8', '8.00', '8'),
        actual: read('10', '10.00', '10'),
      },
    ],
  },
}

const operation: Part = {
  section: '组织运行情况',
  fields: {
    '/operation/text': plain('按章程运行，全年召开理事会两次。'),
    '/operation/staff/research': plain('86'),
    '/operation/staff/technical': plain('24'),
    '/operation/staff/management': plain('9'),
    '/operation/director/months': plain('11'),
    '/operation/director/filed': option('是'),
    '/operation/committee/size': plain('15'),
    '/operation/committee/insiders': plain('5'),
    '/operation/committee/chairExternal': option('是'),
    '/operation/changed': option('否'),
    '/operation/leadOperating': option('是'),
  },
}

const next: Part = {
  section: '下一年工作计划',
  fields: {
    '/next/text': plain('建成中试线二期，开放共享服务企业二十家。'),
    '/next/budget': money('2100', '2,100.00', '2100'),
  },
  tables: {
    '/next/milestones': [
      {
        period: read('2025-1 至 2025-6', '2025年1月至2025年6月', '2025-01-01'),
        task: plain('二期设备调试'),
        indicator: plain('达产 80 吨'),
      },
    ],
  },
}

const attachments: Part = {
  section: '附件清单',
  fields: {
    '/attachments/resolutions': {
      deed: { file: '会议纪要.pdf', bytes: pdf },
      word: '会议纪要.pdf',
      sheet: '会议纪要.pdf',
    },
  },
}

const commitment: Part = {
  section: '承诺书',
  fields: {
    '/commitment/truth': { deed: '√', word: '☑以上内容已经确认。', sheet: '已确认' },
    '/commitment/integrity': { deed: '√', word: '☑以上内容已经确认。', sheet: '已确认' },
    '/commitment/date': date('2025-3-20', '2025年3月20日', '2025-03-20'),
  },
}

/** Everything that was typed, in the order of the book. */
export const parts: readonly Part[] = [
  opening,
  year,
  plan,
  projects,
  finance,
  academic,
  research,
  indicators,
  operation,
  next,
  attachments,
  commitment,
]

export const story = {
  template: { pack: 'inner-mongolia', title: '年度报告' },
  opening,
  year,
  plan,
  mended,
  projects,
  finance,
  academic,
  research,
  indicators,
  operation,
  next,
  attachments,
  commitment,
}
