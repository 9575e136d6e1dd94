import type { Imported, ImportLook } from '@policyforms/core'
import { useId, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { toast, toastTrouble } from '../../parts/toasts.tsx'
import { call } from '../../server/call.ts'
import { useTitle } from '../../shell/use-title.ts'
import { ImportFound } from './import-found.tsx'
import '../property.css'
import '../publish/publish.css'
import './move.css'

const inForm = (file: File): FormData => {
  const form = new FormData()
  form.append('file', file)
  return form
}

const isFolder = (name: string) => /^[a-z][a-z0-9-]*$/.test(name)

/** 导入: a pack from elsewhere is looked at, and becomes a working copy if a person wants it. */
export default function ImportPage() {
  useTitle('导入模板包')
  const [file, setFile] = useState<File>()
  const [look, setLook] = useState<ImportLook>()
  const [folder, setFolder] = useState('')
  const [remember, setRemember] = useState('')
  const [busy, setBusy] = useState('')
  const [trouble, setTrouble] = useState('')
  const [, go] = useLocation()
  const id = useId()

  const ask = async (wanted: File, as?: string) => {
    setBusy('正在检查')
    setTrouble('')
    setFile(wanted)
    try {
      const query = as === undefined ? '' : `?as=${encodeURIComponent(as)}`
      const found = await call<ImportLook>('POST', `/api/imports/look${query}`, inForm(wanted))
      setLook(found)
      setFolder(found.pack)
      setRemember('')
    } catch (error) {
      setLook(undefined)
      setTrouble(error instanceof Error ? error.message : String(error))
    }
    setBusy('')
  }

  const undo = (pack: string, from: number, to: number) => () =>
    void call('POST', `/api/workshop/${pack}/revert`, { from, to }).then(
      () => toast({ tone: 'done', text: '已撤销导入。工作稿回到导入以前。' }),
      toastTrouble,
    )

  const take = async (found: ImportLook) => {
    if (!file) return
    setBusy('正在导入')
    const query = new URLSearchParams({
      as: found.pack,
      base: String(found.here?.is === 'copy' ? found.here.revision : 0),
      ...(remember.trim() !== '' && { remember: remember.trim() }),
    })
    try {
      const { copy, before } = await call<Imported>('POST', `/api/imports?${query}`, inForm(file))
      toast({
        tone: 'done',
        text: before === undefined ? '已导入为新的工作稿。' : '已并入工作稿。',
        ...(before !== undefined && { action: { label: '撤销', run: undo(copy.pack, copy.revision, before) } }),
      })
      go(`/workshop/${copy.pack}/publish`)
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
      setBusy('')
    }
  }

  const isRenamed = look !== undefined && folder !== look.pack
  return (
    <div className="page moving">
      <div className="page-head">
        <h1>导入模板包</h1>
        <Link className="button" href="/workshop">
          返回工坊
        </Link>
      </div>
      <p>选择别的地区导出的 zip 文件。先检查，再给您看里面是什么；您点“导入”以前，什么也不保存。</p>
      <label className="button primary file-picker">
        {look ? '换一个文件' : '选择文件（.zip）'}
        <input
          className="unseen"
          type="file"
          accept=".zip"
          disabled={busy !== ''}
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            if (chosen) void ask(chosen)
            target.value = ''
          }}
        />
      </label>
      <p role="status" className="secondary">
        {busy && `${busy}${file ? `：${file.name}` : ''}`}
      </p>
      {trouble && (
        <p className="notice" data-tone="error" role="alert">
          <span className="sign">没有导入</span>
          <span>{trouble}</span>
        </p>
      )}
      {look && (
        <ImportFound
          look={look}
          remember={remember}
          onRemember={setRemember}
          naming={
            <form
              className="property"
              onSubmit={(event) => {
                event.preventDefault()
                if (file && isFolder(folder)) void ask(file, folder)
              }}
            >
              <label htmlFor={id}>导入为哪个文件夹</label>
              <div className="publish-actions">
                <input
                  id={id}
                  type="text"
                  maxLength={60}
                  value={folder}
                  aria-invalid={!isFolder(folder)}
                  onChange={({ target }) => setFolder(target.value.trim())}
                />
                {isRenamed && (
                  <button type="submit" className="button" disabled={!isFolder(folder) || busy !== ''}>
                    按这个名字重新检查
                  </button>
                )}
              </div>
              {!isFolder(folder) && <p className="error-words">用英文小写、数字和短横线，如 north-province。</p>}
            </form>
          }
          actions={
            <>
              <Link className="button" href="/workshop">
                不导入
              </Link>
              <button
                type="button"
                className="button primary"
                disabled={busy !== '' || isRenamed || look.signature.is === 'broken'}
                title={look.signature.is === 'broken' ? '签名不符，不能导入' : isRenamed ? '先重新检查' : undefined}
                onClick={() => void take(look)}
              >
                {look.here ? '并入工作稿' : '导入为新的工作稿'}
              </button>
            </>
          }
        />
      )}
    </div>
  )
}
