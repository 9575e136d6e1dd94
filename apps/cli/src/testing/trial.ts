import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './call.ts'

const jurisdiction = {
  $schema: '../dialect/jurisdiction.schema.json',
  id: 'trial',
  name: '试验区',
  code: '990000',
  level: 'province',
  roles: { applicant: '申报单位' },
}

const policy = {
  $schema: '../../dialect/policy.schema.json',
  id: 'plan',
  title: '试验办法',
  clauses: [{ id: '2.1', heading: '二（一）申报', gist: '说明由谁申报。' }],
}

const form = {
  $schema: '../dialect/template.schema.json',
  'x-kind': 'template',
  'x-version': '1.0.0',
  title: '试验材料',
  properties: {
    basics: {
      'x-kind': 'section',
      title: '基本信息',
      'x-clause': 'plan#2.1',
      required: ['name'],
      properties: {
        name: { 'x-kind': 'text', title: '名称', 'x-clause': 'plan#2.1' },
        mode: {
          'x-kind': 'choice',
          title: '模式',
          oneOf: [
            { const: 'alone', title: '独立' },
            { const: 'joint', title: '联合' },
          ],
        },
        budget: { 'x-kind': 'money', title: '预算', 'x-unit': '万元', minimum: 0 },
        proof: { 'x-kind': 'attachment', title: '证明', 'x-accept': ['.pdf'] },
        people: {
          'x-kind': 'table',
          title: '人员',
          items: { properties: { name: { 'x-kind': 'text', title: '姓名' } }, required: ['name'] },
        },
      },
    },
  },
}

export const answers = {
  basics: {
    name: '甲中心',
    mode: 'joint',
    budget: 12.5,
    proof: [{ id: 'f1', name: '证明.pdf', size: 10 }],
    people: [{ name: '张三' }, { name: '李四' }],
  },
}

export interface Trial {
  readonly schemas: string
  /** Writes a file below the trial's folder; its path. */
  readonly file: (name: string, content: unknown) => Promise<string>
  readonly path: (name: string) => string
}

/** A folder of schemas with the template `trial/form`, and a place for files. Removed by the caller. */
export const makeTrial = async (): Promise<Trial & { readonly folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'policyforms-cli-'))
  const path = (name: string) => join(folder, name)
  const file: Trial['file'] = async (name, content) => {
    await mkdir(dirname(path(name)), { recursive: true })
    const isRaw = typeof content === 'string' || content instanceof Uint8Array
    await writeFile(path(name), isRaw ? content : JSON.stringify(content, null, 2))
    return path(name)
  }
  await cp(join(root, 'schemas/dialect'), path('schemas/dialect'), { recursive: true })
  await file('schemas/trial/jurisdiction.json', jurisdiction)
  await file('schemas/trial/policies/plan.json', policy)
  await file('schemas/trial/form.schema.json', form)
  return { folder, schemas: path('schemas'), file, path }
}
