import { serve } from '../serve.ts'

/** A server in a process of its own, for tests that kill it. Arguments: the folders of data and schemas. */
const [data = '', schemas = ''] = process.argv.slice(2)
await serve({ data, schemas, port: 0, host: '127.0.0.1' })
