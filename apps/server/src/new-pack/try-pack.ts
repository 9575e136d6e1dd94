import {
  type Answers,
  blockAt,
  type Issue,
  isObject,
  keysOf,
  type Template,
  trailsOf,
  validate,
  withValue,
} from '@policyforms/core'
import { engines } from '@policyforms/core/node'
import { checkFolder, exampleDay, type Pack, type SourceFile, shelfOf } from '@policyforms/core/pack'
import { parsed } from './jurisdiction.ts'

export interface Tried {
  readonly pack: Pack | undefined
  readonly issues: readonly Issue[]
}

/** Checks a pack that is not on disk yet, among those that are. */
export const tryPack = (id: string, own: readonly SourceFile[], files: readonly SourceFile[]): Tried => {
  const others = files.filter(({ path }) => !path.startsWith(`${id}/`) && !path.includes('/examples/'))
  const { pack, issues } = checkFolder(shelfOf([...others, ...own]), id, engines)
  return { pack, issues: issues.filter(({ file }) => file?.startsWith(`${id}/`)) }
}

/** Codes of a neighbour that are none here give way to the first that is. */
const withOwnCodes = (template: Template, answers: Answers): Answers =>
  validate(template, answers, { today: exampleDay }).reduce<Answers>((so, issue) => {
    if (issue.code !== 'not-an-option') return so
    const path = keysOf(issue.at).map((key) => (/^\d+$/.test(key) ? '*' : key))
    const block = blockAt(template, path)
    const list = block?.block === 'field' && block.list !== undefined ? template.lists[block.list] : undefined
    const leaf = list && [...trailsOf(list)].find(([, trail]) => !trail.at(-1)?.children)?.[0]
    const changed = leaf === undefined ? so : withValue(so, keysOf(issue.at), leaf)
    // withValue keeps the root an object.
    return changed as Answers
  }, answers)

/** The pack with its examples made to fit; those that cannot are left out, by name. */
export const withFittingExamples = (
  id: string,
  own: readonly SourceFile[],
  files: readonly SourceFile[],
): { readonly files: readonly SourceFile[]; readonly dropped: readonly string[] } => {
  const { pack } = tryPack(id, own, files)
  const fitted = own.map((file) => {
    const [, template, name] = /^[^/]+\/examples\/([^/]+)\/(complete|minimal)\.json$/.exec(file.path) ?? []
    const found = pack?.templates.find((one) => one.id === `${id}/${template}`)
    const answers = parsed(own, file.path)
    if (!name || !found || !isObject(answers)) return file
    return { ...file, text: `${JSON.stringify(withOwnCodes(found, answers), null, 2)}\n` }
  })
  const faulty = new Set(
    tryPack(id, fitted, files).issues.flatMap(({ file, severity }) =>
      severity === 'error' && file?.includes('/examples/') ? [file] : [],
    ),
  )
  return { files: fitted.filter(({ path }) => !faulty.has(path)), dropped: [...faulty] }
}
