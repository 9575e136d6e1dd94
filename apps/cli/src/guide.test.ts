import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Json, keysOf, labelAt, sentence, validate, withValue } from '@policyforms/core'
import { engines } from '@policyforms/core/node'
import { compileSchemas, exampleDay, type SourceFile } from '@policyforms/core/pack'
import { afterAll, describe, expect, it } from 'vitest'
import { commands } from './commands/index.ts'
import { root } from './testing/call.ts'

interface Snippet {
  /** What the fence says after its language, such as `file=a.json`. */
  readonly lang: string
  readonly info: string
  readonly text: string
  readonly heading: string
}

const guide = join(root, 'docs/guide')
const pages = (await readdir(guide)).filter((name) => name.endsWith('.md')).sort()

const snippetsOf = (page: string): readonly Snippet[] => {
  let heading = ''
  return [...page.matchAll(/^#+ (.+)$|^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm)].flatMap(([, title, lang, info, text]) => {
    if (title !== undefined) heading = title
    return title === undefined ? [{ lang: lang ?? '', info: info ?? '', text: text ?? '', heading }] : []
  })
}
const read = async (name: string) => snippetsOf(await readFile(join(guide, name), 'utf8'))
const page = (start: string) => read(pages.find((name) => name.startsWith(start)) ?? '')

const folder = await mkdtemp(join(tmpdir(), 'policyforms-guide-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const prefix = 'npx --yes pnpm@12 -s policyforms '
const run = (line: string) =>
  new Promise<string>((done, fail) => {
    const args = line.slice(prefix.length).split(' ')
    // A server does not end by itself: that it knows the command is what can be tried here.
    const tried = args[0] === 'serve' ? ['serve', '--help'] : args
    execFile(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...tried], { cwd: folder }, (error, out, err) =>
      error ? fail(new Error(`${line}\n${out}${err}`)) : done(out),
    )
  })

const put = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const follow = async ({ lang, info, text }: Snippet, said: string): Promise<string> => {
  const [how = '', where = ''] = info.split('=')
  if (lang === 'sh') {
    const lines = text.trim().split('\n')
    for (const line of lines) expect(line.startsWith(prefix)).toBe(true)
    let out = ''
    for (const line of lines) out += await run(line)
    return out
  }
  if (how === 'file') await put(where, text)
  else if (how === 'at') {
    const [path = '', pointer = ''] = where.split('#')
    const whole: Json = JSON.parse(await readFile(join(folder, path), 'utf8'))
    await put(path, JSON.stringify(withValue(whole, keysOf(pointer), JSON.parse(text)), null, 2))
  } else if (info === 'says') for (const line of text.trim().split('\n')) expect(said).toContain(line)
  else throw new Error(`nothing says what to do with: ${lang} ${info}`)
  return said
}

it('leads from an outline to exports, step by step', async () => {
  await cp(join(root, 'schemas/dialect'), join(folder, 'schemas/dialect'), { recursive: true })
  let said = ''
  for (const snippet of await page('01')) said = await follow(snippet, said)
  const check = await run(`${prefix}check`)
  expect(check).toContain('0 处错误，0 处提醒')
  expect((await readdir(folder)).filter((name) => /\.(docx|xlsx)$/.test(name))).toHaveLength(3)
  // What is done with the materials once they are in goes on from there.
  for (const snippet of await page('09')) said = await follow(snippet, said)
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['汇总.csv', '各表.zip', '汇编.docx', '修订对照.docx']))
}, 180_000)

const jurisdiction: SourceFile = {
  path: 'guide/jurisdiction.json',
  text: JSON.stringify({
    $schema: '../dialect/jurisdiction.schema.json',
    id: 'guide',
    name: '某地',
    code: '990000',
    level: 'province',
    roles: { expert: '专家' },
  }),
}
const templateOf = (sections: Json): SourceFile => ({
  path: 'guide/form.schema.json',
  text: JSON.stringify({
    $schema: '../dialect/template.schema.json',
    'x-kind': 'template',
    'x-version': '1.0.0',
    title: '材料',
    properties: sections,
  }),
})
const compile = (files: readonly SourceFile[]) => {
  const { packs, issues } = compileSchemas([jurisdiction, ...files], engines, { examples: false })
  return { template: packs[0]?.templates[0], issues }
}
const codesIn = (snippets: readonly Snippet[]): readonly SourceFile[] =>
  snippets.flatMap(({ info, text }) =>
    info.startsWith('codes=') ? [{ path: `codes/${info.slice(6)}.json`, text }] : [],
  )

const recipes = [...Map.groupBy(await page('02'), (snippet) => snippet.heading)]

describe('each recipe does what it says', () => {
  it.each(recipes)('%s', (_, snippets) => {
    const recipe = snippets.find((snippet) => snippet.info === 'recipe')
    if (!recipe) throw new Error('no recipe')
    const { template, issues } = compile([...codesIn(snippets), templateOf(JSON.parse(recipe.text))])
    expect(issues).toEqual([])
    if (!template) throw new Error('no template')
    const cases = snippets.filter((snippet) => snippet.info === 'right' || snippet.info === 'wrong')
    expect(cases.map((snippet) => snippet.info)).toEqual(expect.arrayContaining(['right']))
    for (const { info, text } of cases) {
      const found = validate(template, JSON.parse(text), { today: exampleDay })
      expect(found.length > 0, text).toBe(info === 'wrong')
    }
    const says = snippets.filter((snippet) => snippet.info === 'says').map((snippet) => snippet.text.trim())
    const wrong = cases
      .filter((snippet) => snippet.info === 'wrong')
      .map(({ text }) =>
        validate(template, JSON.parse(text), { today: exampleDay })
          .map((issue) => sentence(issue))
          .join('\n'),
      )
    expect(wrong).toEqual(says)
  })
})

const faults = [...Map.groupBy(await page('03'), (snippet) => snippet.heading)]

describe('each error is told in these words', () => {
  it.each(faults)('%s', (_, snippets) => {
    const [shown, says, mended] = snippets
    if (!shown || !says || says.info !== 'says') throw new Error('no words')
    const told = (text: string): readonly string[] => {
      if (shown.info === 'answers') {
        const { template } = compile([templateOf(JSON.parse(mended?.text ?? ''))])
        if (!template) throw new Error('no template')
        return validate(template, JSON.parse(text), { today: exampleDay }).map(
          (issue) => `${labelAt(template, issue.at)}：${sentence(issue)}`,
        )
      }
      const raw = shown.info === 'text'
      const file = raw ? { path: 'guide/form.schema.json', text } : templateOf(JSON.parse(text))
      return compile([file]).issues.map((issue) => sentence(issue))
    }
    expect(told(shown.text)).toEqual(says.text.trim().split('\n'))
    if (shown.info === 'wrong') expect(told(mended?.text ?? '')).toEqual([])
  })
})

it('has a place for every snippet, and names commands that exist', async () => {
  const known = ['kind', 'answer', 'example', 'recipe', 'right', 'wrong', 'says', 'answers', 'text', 'form', 'mended']
  for (const name of pages)
    for (const { lang, info, text } of await read(name)) {
      expect(lang === 'sh' || known.includes(info) || /^(file|at|codes)=/.test(info)).toBe(true)
      if (lang === 'sh')
        for (const [, command] of text.matchAll(/policyforms (\w+)/g))
          expect(commands.map((one) => one.name)).toContain(command)
    }
})
