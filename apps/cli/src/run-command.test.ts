import { describe, expect, it } from 'vitest'
import { commands } from './commands/index.ts'
import { call } from './testing/call.ts'

describe('a wrong call', () => {
  it.each([
    [[], '请写一个命令'],
    [['chek'], '没有命令 chek'],
    [['check', '--jsn'], '没有选项 --jsn'],
    [['check', '--json=yes'], '选项 --json 后面不写内容'],
    [['check', '--schemas'], '选项 --schemas 后面要写 DIR'],
    [['check', 'extra'], '多写了“extra”'],
    [['check', '--schemas', 'nowhere'], '没有文件夹 nowhere'],
    [['validate', 'a/b'], '需要 PACK/TEMPLATE ANSWERS.json'],
    [['types'], '缺少 --out'],
    [['word', 'a/b', 'one.json', '--out', 'one.pdf'], '请写 --out 文件名.docx 或 文件名.zip'],
    [['word', 'a/b', 'one.json', 'two.json', '--out', 'one.docx'], '请写 --out 文件名.zip'],
    [['read', 'a/b', 'one.xlsx', '--out', 'a.json', '--marked', 'a.json'], '--marked a.json 的扩展名不对'],
    [['serve', '--port', '99999'], '--port 99999 不对'],
    [['serve', '--schemas', 'nowhere'], '没有文件夹 nowhere'],
    [['validate', 'a/b', 'one.json', '--today', '2025-02-30'], '--today 2025-02-30 不对'],
  ])('%j says what would be right', async (args, sentence) => {
    const { exit, out, err } = await call(...args)
    expect(err).toContain(sentence)
    expect(out).toBe('')
    expect(exit).toBe(2)
  })

  it('lists the commands when there is no such command', async () => {
    const { err } = await call('chek')
    for (const command of commands) expect(err).toContain(`policyforms ${command.name}`)
  })
})

it('explains itself', async () => {
  expect(await call('--help')).toMatchObject({ exit: 0, err: '' })
  const { exit, out } = await call('word', '--help')
  expect(out).toContain('--out FILE.docx|FILE.zip')
  expect(exit).toBe(0)
})
