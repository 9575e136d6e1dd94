import type { ImportLook, WorkingFile } from '@policyforms/core'
import { compileFiles } from '../workshop/compile-files.ts'
import { lookAtSignature } from './pack-signature.ts'
import { type PackZip, readPackZip, type Unusable } from './pack-zip.ts'
import { renamePack } from './rename-pack.ts'

export interface Arrived extends PackZip {
  /** As its files called it. */
  readonly original: string
  readonly look: ImportLook['signature']
}

/** A zip from outside under the name that it is to have here: opened, and its signature held against its files. */
export const openPack = ({ bytes, as }: { readonly bytes: Uint8Array; readonly as?: string }): Arrived | Unusable => {
  const zip = readPackZip(bytes)
  if ('refused' in zip) return zip
  const look = lookAtSignature(zip.pack, zip.files, zip.signature)
  const pack = as ?? zip.pack
  return { original: zip.pack, pack, look, files: renamePack(zip.files, zip.pack, pack) }
}

export interface Beside {
  readonly pack: string
  readonly files: readonly WorkingFile[]
  readonly around: readonly WorkingFile[]
  /** What is here under the same name. */
  readonly here: readonly WorkingFile[]
}

/** What a pack is: its templates, its faults, and what it would change here. */
export const examineArrival = async ({
  pack,
  files,
  around,
  here,
}: Beside): Promise<Pick<ImportLook, 'name' | 'templates' | 'issues' | 'differences' | 'files'>> => {
  const { comparePacks } = await import('@policyforms/core/pack')
  const now = await compileFiles(pack, [...around, ...files])
  const before = here.length > 0 ? await compileFiles(pack, [...around, ...here], { examples: false }) : undefined
  return {
    name: now.name,
    templates: now.templates.map(({ id, title, version }) => ({ id, title, version })),
    issues: now.issues,
    differences: before ? comparePacks(before, now) : [],
    files: counted(here, files),
  }
}

const counted = (here: readonly WorkingFile[], there: readonly WorkingFile[]): ImportLook['files'] => {
  const old = new Map(here.map(({ path, text }) => [path, text]))
  const now = new Map(there.map(({ path, text }) => [path, text]))
  const count = (is: (path: string) => boolean) => [...new Set([...old.keys(), ...now.keys()])].filter(is).length
  return {
    new: count((path) => !old.has(path)),
    gone: count((path) => !now.has(path)),
    changed: count((path) => old.has(path) && now.has(path) && old.get(path) !== now.get(path)),
    same: count((path) => old.get(path) === now.get(path)),
  }
}
