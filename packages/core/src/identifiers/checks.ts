/** Identifier schemes with their check digits. Each takes the text without spaces, in upper case. */
export interface Scheme {
  readonly name: string
  /** Its form without the check digit, for tools that know nothing of check digits. */
  readonly pattern: RegExp
  readonly holds: (text: string) => boolean
  readonly sample: string
}

const weighted = (text: string, alphabet: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text[i] ?? ''), 0)

// GB 32100-2015
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

const creditPattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const creditCode: Scheme = {
  name: '统一社会信用代码',
  sample: '914403001922038216',
  pattern: creditPattern,
  holds: (text) =>
    creditPattern.test(text) &&
    creditAlphabet[(31 - (weighted(text, creditAlphabet, creditWeights) % 31)) % 31] === text[17],
}

// GB 11714-1997
const organisationCode: Scheme = {
  name: '组织机构代码',
  sample: '192203821',
  pattern: /^[0-9A-Z]{8}-?[0-9X]$/,
  holds: (text) => {
    const plain = text.replace('-', '')
    if (!/^[0-9A-Z]{8}[0-9X]$/.test(plain)) return false
    const sum = weighted(plain, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', [3, 7, 9, 10, 5, 8, 4, 2])
    const check = 11 - (sum % 11)
    return plain[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check))
  },
}

// GB 11643-1999
const citizenId: Scheme = {
  name: '居民身份证号码',
  sample: '11010519491231002X',
  pattern: /^\d{17}[\dX]$/,
  holds: (text) => {
    const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(text)
    if (!match) return false
    const born = new Date(`${match[1]}-${match[2]}-${match[3]}T00:00:00Z`)
    if (Number.isNaN(born.getTime()) || born.getUTCDate() !== Number(match[3])) return false
    const sum = weighted(text, '0123456789', [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
    return '10X98765432'[sum % 11] === text[17]
  },
}

const matching = (name: string, pattern: RegExp, sample: string): Scheme => ({
  name,
  sample,
  pattern,
  holds: (text) => pattern.test(text),
})

export const schemes = {
  'credit-code': creditCode,
  'organisation-code': organisationCode,
  'citizen-id': citizenId,
  mobile: matching('手机号码', /^1[3-9]\d{9}$/, '13800138000'),
  landline: matching('固定电话', /^0\d{2,3}-\d{7,8}(-\d{1,6})?$/, '0471-6281234'),
  postcode: matching('邮政编码', /^\d{6}$/, '010010'),
  email: matching('电子邮箱', /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/, 'name@example.cn'),
  url: matching('网址', /^https?:\/\/[^\s/]+(\/\S*)?$/i, 'https://example.cn'),
} satisfies Record<string, Scheme>

export type SchemeName = keyof typeof schemes
export const isScheme = (name: string): name is SchemeName => Object.hasOwn(schemes, name)

/** As it is stored: half-width, without spaces; upper case where the scheme has letters in a code. */
export const normalizeIdentifier = (text: string, names: readonly string[]): string => {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return names.some((name) => name === 'email' || name === 'url') ? plain : plain.toUpperCase()
}
