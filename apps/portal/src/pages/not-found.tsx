import { Link } from 'wouter'
import { useTitle } from '../shell/use-title.ts'

export function NotFound() {
  useTitle('没有这一页')
  return (
    <div className="blank-page">
      <h1>没有这一页</h1>
      <p>地址可能抄错了，或这份材料已经删除。已保存的材料都在“我的材料”里。</p>
      <p className="actions">
        <Link className="button primary" href="/">
          返回我的材料
        </Link>
      </p>
    </div>
  )
}
