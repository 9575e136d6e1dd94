const page = `/help/${encodeURIComponent('01-十步新建一个地区')}#${encodeURIComponent('用本单位的-Word-文件作模板')}`

/** To how places are written, in a window of its own: what is half done here stays. */
export const HowToWrite = () => (
  <a href={page} target="_blank" rel="noreferrer">
    写法见手册
  </a>
)
