import type { Section } from '@policyforms/core'
import { useStored } from '../store/context.ts'

/** The title of a section with its number, as they will be printed. */
export const SectionTitle = ({ section }: { readonly section: Section }) => {
  const number = useStored((state) => state.numbers.get(section) ?? section.number)
  return (
    <>
      {number}
      {section.title}
    </>
  )
}
