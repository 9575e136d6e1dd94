import { Link } from 'wouter'
import { useWorkbench } from '../workbench-context.ts'
import { nodeOfField } from './form-files.ts'

interface FieldLinkProps {
  readonly template: string
  readonly path: string
  readonly children: string
}

/** To the field, where it is built. */
export function FieldLink({ template, path, children }: FieldLinkProps) {
  const { store, select } = useWorkbench()
  const go = () => {
    const id = nodeOfField(store.textOf(template), path)
    store.show(template)
    select(id === undefined ? [] : [id])
  }
  return (
    <Link href={`/workshop/${store.copy.pack}/build`} onClick={go}>
      {children}
    </Link>
  )
}
