import { Component, type ReactNode } from 'react'

/** A fault of our own, or a part of the page that did not arrive: said plainly, with what is safe. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidCatch(error: unknown) {
    console.error(error)
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <div className="blank-page" role="alert">
        <h2>这一页出了问题</h2>
        <p>页面没有完整载入，或程序本身出了错。</p>
        <p className="secondary">已保存的材料不受影响；刚才输入、还没有保存的内容已留在本机，重新打开后会放回原处。</p>
        <p className="actions">
          <button type="button" className="button primary" onClick={() => window.location.reload()}>
            重新载入
          </button>
          <a className="button" href="/">
            返回我的材料
          </a>
        </p>
      </div>
    )
  }
}
