import { useEffect } from 'react'

/** The name of the page in the window's title. */
export const useTitle = (title: string | undefined) => {
  useEffect(() => {
    document.title = title ? `${title} - 政策表单` : '政策表单'
  }, [title])
}
