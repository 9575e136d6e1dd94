import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Signs as this installation. */
export interface Signer {
  /** Ed25519, as SubjectPublicKeyInfo in base64. */
  readonly publicKey: string
  /** In base64. */
  sign(text: string): string
}

const signerOf = (key: KeyObject): Signer => ({
  publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
  sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
})

/** The key in the data folder, made when it is first needed. Whoever comes second takes the first one's. */
const readOrMake = async (data: string): Promise<Signer> => {
  const file = join(data, 'signing-key.pem')
  const present = await readFile(file, 'utf8').catch(() => undefined)
  if (present !== undefined) return signerOf(createPrivateKey(present))
  await mkdir(data, { recursive: true })
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  const draft = join(data, `.signing-key.${process.pid}.${Date.now()}.part`)
  await writeFile(draft, pem, { mode: 0o600, flag: 'wx', flush: true })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft, { force: true })
  return signerOf(createPrivateKey(await readFile(file, 'utf8')))
}

export const openSigner = (data: string): (() => Promise<Signer>) => {
  let signer: Promise<Signer> | undefined
  return () => {
    signer ??= readOrMake(data)
    signer.catch(() => {
      signer = undefined
    })
    return signer
  }
}
