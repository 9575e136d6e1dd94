import type { JsonObject, OptionMark } from '@policyforms/core'
import type { Confidence, DraftSettling } from './draft.ts'
import { capIn, floorIn, isDate, isLevels, isMonth, isSpan, optionsIn, unitAlone, unitIn } from './marks.ts'

export interface FieldGuess {
  /** `x-kind` and the facets that go with it. Options are told apart, as their codes are not made here. */
  readonly keywords: JsonObject & { readonly 'x-kind': string }
  readonly options?: readonly OptionMark[]
  readonly confidence: Confidence
  /** What gave it away. */
  readonly why: string
  /** What only the author can say. */
  readonly question?: string
  readonly answers?: readonly DraftSettling[]
}

/** What stands around a field, beside its label and its box. */
export interface Surroundings {
  /** 单位：万元 above the table. */
  readonly unit?: string
  /** In a table's row there is no room for prose. */
  readonly isColumn?: boolean
}

type Guesser = (label: string, box: string, around: Surroundings) => FieldGuess | undefined

const guess = (
  kind: string,
  why: string,
  confidence: Confidence = 'high',
  more: JsonObject = {},
  rest: Pick<FieldGuess, 'options' | 'question' | 'answers'> = {},
): FieldGuess => ({ keywords: { 'x-kind': kind, ...more }, confidence, why, ...rest })

/** 同意 and 不同意, 合格 and 不合格: nobody ticks both. */
const isEither = (options: readonly OptionMark[]): boolean =>
  options.some(({ title }) => options.some((other) => other.title.startsWith(`不${title.slice(0, 2)}`)))

const choices: Guesser = (label, box) => {
  const options = optionsIn(`${label} ${box}`)
  const [first, second] = options
  if (!first || !second) return undefined
  if (options.length === 2 && first.title === '是' && second.title === '否') return guess('yes-no', '□是 □否')
  const isOpen = options.some((option) => option.isOpen)
  const many = /多选|可选多项|可复选|下列(?:情形|情况|行为)/.test(label + box)
  const one = /单选|只选|任选一|选一项/.test(label + box)
  const open = isOpen ? 'open-' : ''
  const kind = `${open}${many ? 'choices' : 'choice'}`
  if (many || one || isEither(options)) return guess(kind, `${options.length} 个方框`, 'high', {}, { options })
  const answers = [
    { title: '只选一项', keywords: { 'x-kind': `${open}choice` } },
    { title: '可以选几项', keywords: { 'x-kind': `${open}choices` } },
  ]
  const question = '只能选一项，还是可以选几项？现在按选一项。'
  return guess(kind, `${options.length} 个方框`, 'medium', {}, { options, question, answers })
}

const capped: Guesser = (label, box) => {
  const [cap, floor] = [capIn(label + box), floorIn(label + box)]
  if (cap === undefined && floor === undefined) return undefined
  if (cap !== undefined && cap <= 60 && floor === undefined)
    return guess('text', `限 ${cap} 字`, 'high', { maxLength: cap })
  const bounds = { ...(cap && { 'x-max-chars': cap }), ...(floor && { 'x-min-chars': floor }) }
  return guess('narrative', cap === undefined ? `不少于 ${floor} 字` : `限 ${cap} 字`, 'high', bounds)
}

const identifiers: readonly (readonly [RegExp, readonly string[], JsonObject?])[] = [
  [/统一社会信用代码|信用代码/, ['credit-code']],
  [/组织机构代码/, ['credit-code', 'organisation-code']],
  [/身份证/, ['citizen-id'], { 'x-sensitive': true }],
  [/手\s*机/, ['mobile'], { 'x-sensitive': true }],
  [/电话|联系方式|传真|座机/, ['mobile', 'landline']],
  [/邮箱|电子邮件|e-?mail/i, ['email']],
  [/邮编|邮政编码/, ['postcode']],
  [/网址|网站|官网/, ['url']],
]

const identifier: Guesser = (label) => {
  const found = identifiers.find(([pattern]) => pattern.test(label))
  if (!found || label.length > 20) return undefined
  const parts = label.split(/[及和与、/／]/)
  // 填报人及电话 asks for two things at once.
  if (!parts.every((part) => found[0].test(part))) return undefined
  return guess('identifier', `名称里有“${found[0].exec(label)?.[0]}”`, 'high', { 'x-schemes': found[1], ...found[2] })
}

const precisions: readonly DraftSettling[] = [
  { title: '到日', keywords: { 'x-kind': 'date' } },
  { title: '到月', keywords: { 'x-kind': 'month' } },
  { title: '到年', keywords: { 'x-kind': 'year' } },
]

const times: Guesser = (label, box) => {
  const both = `${label} ${box}`
  if (/起止|年限|执行期|实施期限|建设期限|合作期限/.test(label) || isSpan(both))
    return guess('period', '起止时间', 'high', {
      'x-precision': /日/.test(both.replace('日期', '')) ? 'date' : 'month',
    })
  if (isDate(box)) return guess('date', '年 月 日')
  if (isMonth(box) || /年月$/.test(label)) return guess('month', '年 月')
  if (/^[^\d]{0,6}年[度份]$/.test(label)) return guess('year', '年度', 'medium')
  if (/日期$/.test(label)) return guess('date', '名称是日期', 'high')
  return /时间$/.test(label)
    ? guess('date', '名称是时间', 'medium', {}, { question: '精确到日、月还是年？现在按日。', answers: precisions })
    : undefined
}

const money = /^(?:元|万元|亿元|千元|美元)$/
const amounts =
  /经费|资金|金额|投入|收入|支出|预算|产值|投资|费用?$|利润|税|拨款|资本|资产|负债|营收|成本|工资|补助|到位|自筹|财政/
const counts = /人数|数量|个数|件数|项数|次数|篇数|台数|家数|[^参因系函总]数$|年龄/

const moneys: readonly DraftSettling[] = [
  { title: '金额，万元', keywords: { 'x-unit': '万元' } },
  { title: '金额，元', keywords: { 'x-unit': '元' } },
  { title: '不是金额，是文字', keywords: { 'x-kind': 'text', 'x-unit': null, maxLength: 200 } },
]

const numbers: Guesser = (label, box, around) => {
  const own = unitIn(label) ?? unitAlone(box)
  if (own !== undefined) return measured(own, `单位 ${own}`, 'high')
  if (/比例|占比|比重|[^效税]率$/.test(label)) return guess('percent', '名称是比例', 'high')
  const amount =
    amounts.test(label) && label.length <= 24 && !/情况|说明|来源|来源单位|用途|名称|管理|时间|工时/.test(label)
  if (amount && around.unit) return measured(around.unit, `表上写着单位：${around.unit}`, 'high')
  if (amount)
    return guess(
      'money',
      '名称像金额',
      'low',
      { 'x-unit': '万元' },
      { question: '是不是金额？单位是什么？现在按万元。', answers: moneys },
    )
  if (/(?:目标|完成|实际|现状|预期|计划)值$|(?:得分|分值|分数|满分|评分|权重)$/.test(label))
    return guess('number', '名称像数值', 'medium', { 'x-places': 2 })
  if (counts.test(label))
    return guess('number', '名称像数量', 'medium', { minimum: 0, ...(/人数/.test(label) && { 'x-unit': '人' }) })
  return undefined
}

const measured = (unit: string, why: string, confidence: Confidence): FieldGuess => {
  if (money.test(unit)) return guess('money', why, confidence, { 'x-unit': unit, minimum: 0 })
  if (unit === '%') return guess('percent', why, confidence)
  return guess('number', why, confidence, { 'x-unit': unit, minimum: 0 })
}

const prose =
  /简介|概述|内容|情况|措施|意义|必要性|可行性|说明|方案|建议|思路|计划|分析|基础|机制|成效|问题|理由|意见|规划|总结|描述|优势|特色|目标/

const words: Guesser = (label, _, { isColumn }) => {
  if (/^是否/.test(label)) return guess('yes-no', '名称以“是否”开头')
  if (/照片|彩照/.test(label)) return guess('picture', '名称是照片')
  if (/附件|证明材料|扫描件|复印件|佐证/.test(label) && !/编号|序号|名称|份数|目录/.test(label) && label.length <= 30)
    return guess('attachment', '名称是附件', 'medium')
  if (/^性别$/.test(label))
    return guess('choice', '性别', 'high', {}, { options: ['男', '女'].map((title) => ({ title, isOpen: false })) })
  if (!isColumn && prose.test(label)) return guess('narrative', '名称像一段文字', 'medium')
  return undefined
}

/** 门类/大类/中类/小类 in brackets: the levels of what is to be chosen. */
const levelsNamed = /[（(]\s*([^（()）]{1,4}(?:[/／、][^（()）/／、]{1,4}){1,3})\s*[）)]/

const sharedLists: readonly (readonly [RegExp, string])[] = [
  [/行业|门类|大类|中类/, 'industries'],
  [/省|市|县|区|旗|州|盟|乡镇|街道|地址|所在地|注册地|籍贯/, 'regions'],
]

const cascades: Guesser = (label, box) => {
  const named = levelsNamed.exec(label)?.[1]?.replace(/[/／、]/g, ' ')
  const written = named !== undefined && isLevels(named) ? named : box
  if (!isLevels(written)) return undefined
  const [, list] = sharedLists.find(([pattern]) => pattern.test(label + written)) ?? []
  const asked = list
    ? {
        question: '各级从哪份代码表里选？现在用公用的，里面没有本地区的，就另贴一份。',
        answers: [
          { title: '用公用的' },
          { title: '另贴一份（建好后在“资料”的“代码表”里）', keywords: { 'x-codes': null } },
        ],
      }
    : {
        question: '各级的选项不在文件里，先放了两级样子，建好后请在“资料”的“代码表”里从 Excel 粘贴。',
        answers: [{ title: '知道了' }],
      }
  return guess('cascade', '各级依次填写', 'medium', list ? { 'x-codes': list } : {}, asked)
}

const guessers: readonly Guesser[] = [choices, cascades, capped, identifier, times, numbers, words]

/** What a label and the box beside it most probably ask for. Text, when nothing says otherwise. */
export const guessField = (label: string, box: string, around: Surroundings = {}): FieldGuess => {
  const plain = label.replace(/^[*＊★\s]+|[*＊★\s]+$/g, '').replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g, '')
  for (const guesser of guessers) {
    const found = guesser(plain, box, around)
    if (found) return found
  }
  const isTwice = /^[^（(]{1,8}[及和与][^（(]{1,8}$/.test(plain)
  if (isTwice) return guess('text', '像是两项写在一格', 'medium', { maxLength: 200 })
  return guess('text', '没有别的线索', plain.length <= 12 ? 'medium' : 'low', { maxLength: 200 })
}
