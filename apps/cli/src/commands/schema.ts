import { plainSchema } from '@policyforms/core'
import { type Command, outputOf, textOf } from '../command.ts'
import { openTemplate } from '../open-schemas.ts'
import { writeOutput } from '../write-output.ts'

export const schema: Command = {
  name: 'schema',
  usage: 'PACK/TEMPLATE',
  about: '写出填写内容的 JSON Schema（2020-12），供其他系统校验',
  words: [1, 1],
  options: { out: { type: 'string', value: 'FILE.json', about: '写到哪个文件，不写就印在屏幕上' } },
  run: async (call) => {
    const [id = ''] = call.words
    const out = textOf(call, 'out') === undefined ? undefined : outputOf(call, 'out', '.json')
    const text = JSON.stringify(plainSchema(await openTemplate(call, id)), null, 2)
    if (out === undefined) console.log(text)
    else {
      await writeOutput(out, `${text}\n`)
      console.log(`已写入 ${out}。`)
    }
    return 0
  },
}
