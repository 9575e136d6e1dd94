import type { ErrorObject } from 'ajv/dist/2020.js'
import { keysOf } from '../answers/pointer.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import { type Origin, packIssue } from './source.ts'

/** ajv's errors as issues: the place, the keyword, and in words what would be right. */
export const shapeIssues = (
  errors: readonly ErrorObject[],
  originAt: (pointer: string) => Origin,
): readonly Issue[] => {
  const told = new Set<string>()
  return errors.filter(isTelling).flatMap((error) => {
    const issue = issueOf(error, originAt)
    const key = `${issue.code} ${issue.at} ${issue.params.keyword ?? ''}`
    if (told.has(key)) return []
    told.add(key)
    return [issue]
  })
}

// A branch that was not meant says nothing; the branch that was says what is wrong itself.
const isTelling = (error: ErrorObject) => !['if', 'propertyNames'].includes(error.keyword)

const issueOf = (error: ErrorObject, originAt: (pointer: string) => Origin): Issue => {
  const { params, instancePath } = error
  if (error.propertyName !== undefined) {
    const origin = originAt(`${instancePath}/${error.propertyName}`)
    return packIssue('key-form', origin, { key: error.propertyName }, { target: 'key' })
  }
  switch (error.keyword) {
    case 'additionalProperties': {
      const keyword = String(params.additionalProperty)
      const allowed = Object.keys(error.parentSchema?.properties ?? {})
      const origin = originAt(`${instancePath}/${keyword.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      return packIssue('unknown-keyword', origin, { keyword, suggestion: nearest(keyword, allowed) }, { target: 'key' })
    }
    case 'required':
    case 'dependentRequired':
      return packIssue('missing-keyword', originAt(instancePath), { keyword: String(params.missingProperty) })
    default: {
      const keyword = keysOf(instancePath).at(-1) ?? ''
      return packIssue('wrong-value', originAt(instancePath), { keyword, wanted: wantedOf(error) })
    }
  }
}

const types: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '数组 […]',
  object: '对象 {…}',
}

const wantedOf = ({ keyword, params, parentSchema }: ErrorObject): string => {
  switch (keyword) {
    case 'type':
      return [params.type]
        .flat()
        .map((type) => types[type] ?? String(type))
        .join('或')
    case 'enum':
      return `下列之一：${params.allowedValues.join('、')}`
    case 'const':
      return JSON.stringify(params.allowedValue)
    case 'pattern':
      return String(parentSchema?.description ?? params.pattern)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return `${params.comparison} ${params.limit} 的数`
    case 'minLength':
      return params.limit === 1 ? '有内容' : `至少 ${params.limit} 个字`
    case 'maxLength':
      return `最多 ${params.limit} 个字`
    case 'minItems':
    case 'minProperties':
      return `至少 ${params.limit} 个`
    case 'maxItems':
      return `最多 ${params.limit} 个`
    case 'uniqueItems':
      return '不重复的各项'
    case 'oneOf':
      return String(parentSchema?.description ?? '其中一种写法')
    default:
      return keyword
  }
}
