import { createHash, createPublicKey, verify } from 'node:crypto'
import {
  isObject,
  type Json,
  type PackSignature,
  property,
  type SignatureLook,
  type WorkingFile,
} from '@policyforms/core'
import { contentOf } from '@policyforms/core/pack'
import type { Signer } from './signing-key.ts'

export const signatureFile = 'signature.json'
const format = 'policyforms-pack/1'

type Manifest = PackSignature['manifest']

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')

/** What is signed: the manifest in one order and one spelling, so that it can be put together again from its parts. */
const signedText = ({ pack, signer, at, publicKey, files }: Manifest): string =>
  JSON.stringify([format, pack, signer, at, publicKey, Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))])

export const signPack = (
  pack: string,
  files: readonly WorkingFile[],
  by: { readonly signer: string; readonly at: string },
  key: Signer,
): PackSignature => {
  const digests = Object.fromEntries(files.map((file) => [file.path, sha256(contentOf(file))]))
  const manifest = { format, pack, ...by, publicKey: key.publicKey, files: digests } as const
  return { manifest, signature: key.sign(signedText(manifest)) }
}

const groups = 6

/** A key as a person reads it over the telephone: six groups of five digits. */
export const fingerprintOf = (publicKey: string): string => {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest()
  const group = (i: number) => String(digest.readUIntBE(i * 5, 5) % 100_000).padStart(5, '0')
  return Array.from({ length: groups }, (_, i) => group(i)).join(' ')
}

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.length <= 200 ? value : undefined

/** A signature file of the right shape, or undefined. */
export const readSignature = (written: string): PackSignature | undefined => {
  let value: Json
  try {
    value = JSON.parse(written)
  } catch {
    return undefined
  }
  const manifest = property(value, 'manifest')
  const [pack, signer, at, publicKey] = ['pack', 'signer', 'at', 'publicKey'].map((key) =>
    text(property(manifest, key)),
  )
  const [digests, signature] = [property(manifest, 'files'), text(property(value, 'signature'))]
  if (property(manifest, 'format') !== format || !isObject(digests)) return undefined
  if (pack === undefined || signer === undefined || at === undefined) return undefined
  if (publicKey === undefined || signature === undefined) return undefined
  const files = Object.fromEntries(Object.entries(digests).map(([path, digest]) => [path, String(digest)]))
  return { manifest: { format, pack, signer, at, publicKey, files }, signature }
}

const isSignedBy = ({ manifest, signature }: PackSignature): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(manifest.publicKey, 'base64'), type: 'spki', format: 'der' })
    if (key.asymmetricKeyType !== 'ed25519') return false
    return verify(null, Buffer.from(signedText(manifest)), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** Files that are not as they were when they were signed: changed, added or taken away. */
const changedSince = ({ manifest }: PackSignature, files: readonly WorkingFile[]): readonly string[] => {
  const now = new Map(files.map((file) => [file.path, sha256(contentOf(file))]))
  const paths = new Set([...now.keys(), ...Object.keys(manifest.files)])
  return [...paths].filter((path) => now.get(path) !== manifest.files[path]).sort()
}

/** Whether files are as somebody signed them. `written` is the signature file's text. */
export const lookAtSignature = (
  pack: string,
  files: readonly WorkingFile[],
  written: string | undefined,
): SignatureLook => {
  if (written === undefined) return { is: 'missing' }
  const signature = readSignature(written)
  if (!signature) return { is: 'broken', why: 'unreadable', paths: [] }
  if (!isSignedBy(signature) || signature.manifest.pack !== pack) return { is: 'broken', why: 'forged', paths: [] }
  const paths = changedSince(signature, files)
  if (paths.length > 0) return { is: 'broken', why: 'changed', paths }
  const { signer, at, publicKey } = signature.manifest
  return { is: 'valid', signer, at, publicKey, fingerprint: fingerprintOf(publicKey) }
}
