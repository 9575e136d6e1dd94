import { type FileAnswer, filesOf, pointerOf } from '@policyforms/core'
import { type DragEvent, useRef, useSyncExternalStore } from 'react'
import type { Upload } from '../files/uploads.ts'
import { useFilling } from '../store/context.ts'
import { naming, type Widget, type WidgetProps } from './widget.ts'

const sizeInWords = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`

const Running = ({ upload }: { upload: Upload }) => (
  <li className="pf-file" data-fault={upload.fault !== undefined || undefined}>
    {upload.fault === undefined ? (
      <>
        <span>{upload.name}</span>
        <progress max={1} value={upload.share} aria-label={`正在上传 ${upload.name}`} />
      </>
    ) : (
      <span role="alert">{upload.fault}</span>
    )}
    <button type="button" className="pf-link" onClick={upload.cancel}>
      {upload.fault === undefined ? '取消上传' : '知道了'}
    </button>
  </li>
)

const Attachment = (props: WidgetProps) => {
  const { store, files, uploads } = useFilling()
  const { field, keys, id } = props
  const place = pointerOf(keys)
  const desk = useSyncExternalStore(uploads.subscribe, () => uploads.at(place))
  const running = desk?.running ?? []
  const removed = desk?.removed
  const picker = useRef<HTMLInputElement>(null)
  const present = filesOf(props.value)
  const isFull = field.maxItems !== undefined && present.length + running.length >= field.maxItems

  const put = (next: readonly FileAnswer[]) =>
    store.set(keys, next.length === 0 ? undefined : next.map((file) => ({ ...file })))
  const take = (chosen: FileList | null) => {
    for (const file of chosen ?? []) void uploads.begin(file, field, keys)
  }
  const remove = (file: FileAnswer, index: number) => {
    put(present.filter((one) => one !== file))
    uploads.setRemoved(keys, { file, index })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut for the button inside
    <div className="pf-files" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      {(present.length > 0 || running.length > 0) && (
        <ul className="pf-file-list">
          {present.map((file, index) => (
            <li key={file.id} className="pf-file">
              {field.kind === 'picture' && <img src={files.href(file)} alt="" className="pf-thumb" />}
              <a href={files.href(file)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
              <span className="pf-quiet">{sizeInWords(file.size)}</span>
              <button type="button" className="pf-link" onClick={() => remove(file, index)}>
                移除<span className="pf-visually-hidden"> {file.name}</span>
              </button>
            </li>
          ))}
          {running.map((upload) => (
            <Running key={upload.number} upload={upload} />
          ))}
        </ul>
      )}
      {removed && (
        <p className="pf-undo" role="status">
          已移除“{removed.file.name}”
          <button
            type="button"
            className="pf-link"
            onClick={() => {
              put(present.toSpliced(removed.index, 0, removed.file))
              uploads.setRemoved(keys, undefined)
            }}
          >
            撤销
          </button>
        </p>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple={field.maxItems !== 1}
        accept={field.accept?.join(',')}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      {isFull ? (
        <p className="pf-quiet" id={id} tabIndex={-1}>
          已达 {field.maxItems} 个，移除后可再上传
        </p>
      ) : (
        <button
          type="button"
          className="pf-button"
          {...naming(props)}
          aria-labelledby={`${props.labelledBy} ${id}`}
          onClick={() => picker.current?.click()}
        >
          {field.kind === 'picture' ? '选择图片' : '选择文件'}
        </button>
      )}
    </div>
  )
}

export const attachment = { Control: Attachment, isGroup: () => true } satisfies Widget
