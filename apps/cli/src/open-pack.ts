import type { Pack } from '@policyforms/core/pack'
import { type Call, faulty, wrongCall } from './command.ts'
import { openOne } from './open-schemas.ts'
import { hasErrors } from './print-issues.ts'

/** The pack that a word of the call names, as `PACK` or `PACK@DIR`. When it is at fault, its faults end the command. */
export const openPack = async (call: Call, word: string): Promise<Pack> => {
  const [id = '', ...folder] = word.split('@')
  const elsewhere = folder.join('@')
  const where = elsewhere ? { ...call, values: { ...call.values, schemas: elsewhere } } : call
  const { folder: dir, pack, issues } = await openOne(where, id)
  if (hasErrors(issues)) throw faulty(issues)
  if (pack) return pack
  const { packFolders } = await import('@policyforms/core/node')
  throw wrongCall(`${dir} 里没有地区 ${id}。现有的地区：${packFolders(dir).join('、') || '无'}。`)
}
