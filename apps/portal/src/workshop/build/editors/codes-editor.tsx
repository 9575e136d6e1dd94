import { property } from '@policyforms/core'
import { readCodeList } from '@policyforms/core/rules'
import { useMemo } from 'react'
import { parsed } from '../../model/outline.ts'
import { SearchPicker } from '../../rules/search-picker.tsx'
import { useWorkbench, useWorking } from '../../workbench-context.ts'
import type { EditorProps } from './editor-props.ts'
import '../../rules/expression.css'

/** A code list by its title, whole or what stands below one of its entries, to a depth. */
export function CodesEditor({ id, label, value, onChange, describedBy }: EditorProps) {
  const { store } = useWorkbench()
  const files = useWorking((state) => state.history.now)
  const { pack } = store.copy
  const lists = useMemo(() => {
    const found = [...store.around, ...files].flatMap(([path, text]) => {
      const [, folder, name] = /^(?:([^/]+)\/)?codes\/([^/]+)\.json$/.exec(path) ?? []
      return name !== undefined && (folder === undefined || folder === pack) ? [[name, text] as const] : []
    })
    // A list of the pack hides a shared one of the same name, which comes before it.
    return new Map(found.map(([name, text]) => [name, readCodeList(parsed(text))]))
  }, [files, store, pack])
  const name = typeof value === 'string' ? value : String(property(value, 'list') ?? '')
  const under = property(value, 'under')
  const depth = property(value, 'depth')
  const list = lists.get(name)
  const entries = useMemo(() => {
    const below = (
      found: NonNullable<typeof list>['entries'],
      titles: string,
    ): readonly (readonly [string, string])[] =>
      found.flatMap(({ code, title, children = [] }) =>
        children.length > 0 ? [[code, `${titles}${title}`], ...below(children, `${titles}${title} › `)] : [],
      )
    return below(list?.entries ?? [], '')
  }, [list])
  const set = (change: {
    readonly list?: string
    readonly under?: string | undefined
    readonly depth?: number | undefined
  }) => {
    const next = { list: name, under, depth, ...change }
    const part = Object.fromEntries(Object.entries(next).filter(([, one]) => one !== undefined && one !== ''))
    onChange(Object.keys(part).length > 1 ? part : next.list)
  }
  return (
    <div className="codes-editor">
      <SearchPicker
        id={id}
        label={label}
        describedBy={describedBy}
        chosen={list ? list.title : name}
        placeholder="按名称查找代码表"
        choices={[...lists].map(([key, { title }]) => ({ key, title, detail: key }))}
        onPick={(chosen) => onChange(chosen)}
      />
      {entries.length > 0 && (
        <SearchPicker
          label="只取哪一项下面的"
          placeholder="只取哪一项下面的（不选就是全部）"
          chosen={entries.find(([code]) => code === under)?.[1] ?? (typeof under === 'string' ? under : '')}
          choices={[{ key: '', title: '全部' }, ...entries.map(([key, title]) => ({ key, title, detail: key }))]}
          onPick={(code) => set({ under: code || undefined })}
        />
      )}
      {(list?.depth ?? 0) > 1 && (
        <select
          aria-label="取几级"
          value={typeof depth === 'number' ? depth : ''}
          onChange={({ target }) => set({ depth: target.value === '' ? undefined : Number(target.value) })}
        >
          <option value="">取到最末一级</option>
          {[1, 2, 3, 4].slice(0, list?.depth).map((levels) => (
            <option key={levels} value={levels}>{`只取 ${levels} 级`}</option>
          ))}
        </select>
      )}
    </div>
  )
}
