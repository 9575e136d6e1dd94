import { once } from 'node:events'
import { type Command, failed, textOf, wrongCall } from '../command.ts'
import { schemasFolder } from '../open-schemas.ts'

const portOf = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw wrongCall(`--port ${text} 不对，请写 0 到 65535 的整数。`)
  return port
}

const busy: Readonly<Record<string, string>> = {
  EADDRINUSE: '这个端口已被占用，请用 --port 换一个',
  EACCES: '没有使用这个端口的权限，请用 --port 换一个 1024 以上的',
  EADDRNOTAVAIL: '这台机器没有这个地址，请用 --host 换一个',
  ENOTFOUND: '找不到这个地址，请用 --host 换一个',
}

const explained = (error: unknown, place: string): unknown => {
  const reason = error instanceof Error && 'code' in error ? busy[String(error.code)] : undefined
  return reason ? failed(`无法在 ${place} 提供服务：${reason}。`) : error
}

export const serve: Command = {
  name: 'serve',
  usage: '',
  about: '打开填报网页',
  words: [0, 0],
  options: {
    data: { type: 'string', value: 'DIR', about: '填写的内容存在哪个文件夹，默认 .data' },
    port: { type: 'string', value: 'N', about: '端口，默认 4600' },
    host: { type: 'string', value: 'H', about: '地址，默认 127.0.0.1（只有本机能打开）' },
  },
  run: async (call) => {
    const port = portOf(textOf(call, 'port') ?? '4600')
    const host = textOf(call, 'host') ?? '127.0.0.1'
    const data = textOf(call, 'data') ?? '.data'
    const schemas = await schemasFolder(call)
    const server = await import('@policyforms/server')
    const running = await server.serve({ data, schemas, port, host }).catch((error) => {
      throw explained(error, `${host}:${port}`)
    })
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await running.close()
    return 0
  },
}
