import { type Field, filesOf } from '@policyforms/core'
import type { CellKind } from './cell-kind.ts'
import { textOf } from './text-cells.ts'

const asks = ({ accept, maxBytes, maxItems }: Field): string =>
  [
    '填文件名，每行一个，文件另行上传',
    accept && `类型：${accept.join('、')}`,
    maxBytes !== undefined && `每个不超过 ${Math.floor(maxBytes / 2 ** 20)} MB`,
    maxItems !== undefined && `最多 ${maxItems} 个`,
  ]
    .filter((ask) => ask !== false && ask !== undefined)
    .join('；')

/** Files travel by name: the cell reads as a list of names, which are matched with the uploaded files afterwards. */
export const attachmentCell: CellKind = {
  parts: () => [
    {
      key: '',
      suffix: '',
      format: () => '@',
      width: () => 28,
      write: (value) =>
        Array.isArray(value)
          ? filesOf(value)
              .map((file) => file.name)
              .join('\n')
          : JSON.stringify(value),
      read: (cell) => {
        const names = textOf(cell)
          .split(/\r?\n/)
          .map((name) => name.trim())
          .filter(Boolean)
        return names.length === 0 ? undefined : { files: names }
      },
    },
  ],
  hint: asks,
  adds: false,
}
