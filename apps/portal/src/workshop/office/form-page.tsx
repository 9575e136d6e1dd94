import { FormPanel } from './form-panel.tsx'
import { FormPreview } from './form-preview.tsx'
import './office.css'

/** A Word file of the office with what it prints beside it. */
export default function FormPage({ path }: { readonly path: string }) {
  return (
    <>
      <FormPanel path={path} />
      <FormPreview path={path} />
    </>
  )
}
