import { type Issue, keysOf } from '@policyforms/core'
import { useLocation } from 'wouter'
import { formFile, isOfExample, templateOf } from '../model/fault-files.ts'
import { idOf } from '../model/outline.ts'
import { useWorkbench } from '../workbench-context.ts'

/** Files that the page of the pack's files edits. */
const isInPack = (path: string): boolean => /^[^/]+\/(codes\/)?[^/.]+\.json$/.test(path) || formFile.test(path)

/** The part of 试填 where a fault of an example is mended. */
const partFor = ({ code }: Issue): string =>
  code === 'rule-untested' ? 'edges' : code === 'example-missing' ? 'preview' : 'bench'

/** Leads to where a fault is mended: the page, the file and the node. */
export const useGoToFault = () => {
  const { store, select } = useWorkbench()
  const [, open] = useLocation()
  return (issue: Issue) => {
    const { file = '' } = issue
    const template = templateOf(file)
    const at = `/workshop/${store.copy.pack}`
    if (template) store.show(template)
    if (isOfExample(issue)) open(`${at}/try?part=${partFor(issue)}`)
    else if (isInPack(file)) open(`${at}/pack?file=${encodeURIComponent(file)}`)
    else if (template) {
      open(`${at}/build`)
      // The outline takes the nearest node that it has.
      const keys = keysOf(issue.at)
      const node = keys.findLastIndex((key, i) => i > 0 && keys[i - 1] === 'properties' && key !== '')
      select(node > 0 ? [idOf(keys.slice(0, node + 1))] : [])
    }
  }
}
