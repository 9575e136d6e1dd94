import type { Draft, FilesConflict, Issue, Refusal, RefusalCode } from '@policyforms/core'

/** The status of each refusal and its sentence: what happened, what is safe, what to do. */
export const refusals = {
  'bad-request': [400, '请求的内容不完整或格式不对，没有保存任何改动。请刷新页面后重试。'],
  'not-found': [404, '没有找到这份材料，可能已被移走或地址有误。请回到“我的材料”查找。'],
  'template-unknown': [404, '没有找到这个模板，可能已改名或停用。已填的材料不受影响，请回到“新建”重新选择。'],
  'pack-unknown': [404, '没有找到这个地区，可能已改名或移走。已填的材料不受影响，请回到“新建”重新选择。'],
  'pack-broken': [409, '这个地区的模板有错误，暂时不能新建。已填的材料不受影响，请到“模板问题”查看原因。'],
  'procedure-missing': [404, '这个地区的文件夹里没有 procedure.json，还没有写出程序。模板照常可以填写。'],
  'procedure-broken': [
    409,
    '这个地区的 procedure.json 有错误，程序暂时画不出来。模板照常可以填写，请到“模板问题”查看原因。',
  ],
  conflict: [409, '这份材料在别处也有改动，本次没有保存。两边的内容都还在，请选择保留哪一份。'],
  submitted: [409, '这份材料已经提交，不能再改。提交的内容完好，如需修改请先撤回。'],
  'not-submitted': [409, '这份材料还没有提交，不需要撤回。已填的内容都在。'],
  deleted: [409, '这份材料已被删除，本次没有保存。已填的内容仍在，请先恢复再继续填写。'],
  'unknown-section': [400, '其中有模板里没有的部分，没有保存任何改动。请刷新页面后重试。'],
  invalid: [422, '还有必须改正的地方，暂未提交。已填的内容都已保存，请按提示逐项改正后再提交。'],
  'too-large': [413, '内容太大，没有保存。先前保存的内容不受影响；全部答复不能超过 10 MB，请删减后重试。'],
  'too-deep': [400, '内容的层次太深，没有保存。先前保存的内容不受影响，请刷新页面后重试。'],
  'file-missing': [400, '没有收到文件。已填的内容不受影响，请重新选择文件上传。'],
  'file-empty': [422, '这个文件是空的，没有上传。已填的内容不受影响，请检查文件后重试。'],
  'file-kind': [415, '不接受这种文件，没有上传。已填的内容不受影响，请换成 PDF、Word、Excel 或图片后重试。'],
  'file-disguised': [415, '这个文件的内容与扩展名不符，没有上传。已填的内容不受影响，请选择真正的原文件。'],
  'workbook-unreadable': [422, '这个文件不能作为填报表读取。已填的内容不受影响，请使用从本页下载的填报表。'],
  'foreign-origin': [403, '这个请求来自别的网站，已被拒绝，没有作任何改动。请从本系统的页面操作。'],
  'unknown-host': [421, '访问的地址不是本系统的地址，已被拒绝。请使用启动时显示的网址。'],
  'disk-full': [507, '磁盘已满，本次没有保存。先前保存的内容完好，请不要关闭页面，清理磁盘后再保存。'],
  busy: [503, '系统正忙，本次没有完成。已保存的内容不受影响，请稍后重试。'],
  'workshop-missing': [404, '这个地区没有正在改的工作稿，可能已经发布或放弃。请回到“工坊”重新打开。'],
  'workshop-conflict': [409, '这个文件的同一处别人也改了，本次没有保存。两边的内容都还在，请选择保留哪一份。'],
  'workshop-path': [400, '文件的位置不对，没有保存。工作稿里只能有这个地区自己的 JSON 文件和 Word 表样。'],
  'form-refused': [422, '这个文件不能用作表样，没有收下。工作稿没有改动，请换一份 .docx 再上传。'],
  'outline-unreadable': [422, '这个文件读不出提纲，没有新建。请换成 .docx 或文字提纲后重试。'],
  'pack-refused': [422, '没有新建。请检查名称和文件夹名后重试。'],
  'import-refused': [422, '这个文件不能作为模板包导入，没有保存任何内容。请向发来的人要一份重新导出的。'],
  'workshop-not-in-review': [409, '这份工作稿没有送审，不能发布或退回。内容都在，请先送审。'],
  'workshop-own-review': [403, '送审人不能自己审核，没有发布。请另一位同事核对后发布。'],
  'workshop-changed': [409, '工作稿在您查看以后又有改动，没有发布。请重新核对。'],
  'workshop-not-ready': [422, '还有必须先处理的问题，没有发布。内容都在，请按“发布”页上的清单逐项处理。'],
  'workshop-broken': [422, '模板现在还有错误，不能预览。内容都在，改好以后会自动更新。'],
  failed: [500, '系统出了问题，本次没有完成。先前保存的内容不受影响，请稍后重试；仍不行请联系管理员。'],
} as const satisfies Record<RefusalCode, readonly [status: number, message: string]>

interface Details {
  /** In place of the general sentence. */
  readonly message?: string
  readonly issues?: readonly Issue[]
  readonly draft?: Draft
  readonly sections?: readonly string[]
  readonly revision?: number
  readonly files?: FilesConflict['files']
}

/** Thrown by a route to answer with a refusal; the error handler turns it into the reply. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly details: Details

  constructor(code: RefusalCode, details: Details = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

export const bodyOf = (code: RefusalCode, details: Details = {}): Refusal => ({
  error: code,
  message: refusals[code][1],
  ...details,
})
