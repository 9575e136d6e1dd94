import { faultsPage } from './faults-page.ts'
import { functionsPage } from './functions-page.ts'
import { kindsPage } from './kinds-page.ts'
import { structuresPage } from './structures-page.ts'

/** The pages of the guide that are made from the dialect, by file name. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      '04-字段种类.md': kindsPage(),
      '05-结构和文件.md': structuresPage(),
      '06-规则语言.md': functionsPage(),
      '07-错误一览.md': faultsPage(),
    }).map(([name, text]) => [name, `${text.trim()}\n`]),
  )
