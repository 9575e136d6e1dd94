import { dirname, join } from 'node:path'
import { type Command, failed, outputOf } from '../command.ts'
import { open } from '../open-schemas.ts'
import { printIssues } from '../print-issues.ts'
import { makeFolder, writeOutput } from '../write-output.ts'

export const types: Command = {
  name: 'types',
  usage: '',
  about: '为每个模板写一个 TypeScript 类型文件',
  words: [0, 0],
  options: { out: { type: 'string', value: 'DIR', about: '写到哪个文件夹' } },
  run: async (call) => {
    const out = outputOf(call, 'out')
    const { packs, issues } = await open(call)
    const { generateTypes } = await import('@policyforms/codegen')
    for (const template of packs.flatMap((pack) => pack.templates)) {
      const path = join(out, `${template.id}.ts`)
      await makeFolder(dirname(path))
      await writeOutput(path, await generateTypes(template))
      console.log(path)
    }
    const errors = issues.filter((issue) => issue.severity === 'error')
    printIssues(errors)
    if (errors.length > 0) throw failed('模板有以上错误；改好之前，有关的类型可能缺少或不准。')
    return 0
  },
}
