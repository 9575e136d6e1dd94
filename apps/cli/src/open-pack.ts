import { join } from 'node:path'
import type { Pack } from '@policyforms/core/pack'
import { type Call, faulty, wrongCall } from './command.ts'
import { open } from './open-schemas.ts'
import { hasErrors } from './print-issues.ts'

/** The pack that a word of the call names, as `PACK` or `PACK@DIR`. When it is at fault, its faults end the command. */
export const openPack = async (call: Call, word: string): Promise<Pack> => {
  const [id = '', ...folder] = word.split('@')
  const elsewhere = folder.join('@')
  const where = elsewhere ? { ...call, values: { ...call.values, schemas: elsewhere } } : call
  const opened = await open(where)
  const own = opened.issues.filter((issue) => issue.file?.startsWith(join(opened.folder, id, '/')))
  if (hasErrors(own)) throw faulty(own)
  const found = opened.packs.find((pack) => pack.id === id)
  if (!found)
    throw wrongCall(
      `${opened.folder} 里没有地区 ${id}。现有的地区：${opened.packs.map((pack) => pack.id).join('、') || '无'}。`,
    )
  return found
}
