import type { PublishedVersion } from '@policyforms/core'
import { Link } from 'wouter'
import { When } from '../../parts/when.tsx'
import { ExportButton } from '../shell/export-button.tsx'

interface VersionPartProps {
  readonly pack: string
  readonly name: string
  readonly versions: readonly PublishedVersion[]
}

/** The versions that were published here; none of them changes any more. */
export function VersionPart({ pack, name, versions }: VersionPartProps) {
  const exports = (
    <div className="publish-actions">
      <ExportButton pack={pack} of="copy" name={name} label="导出工作稿" />
      <Link className="button" href="/workshop-import">
        导入
      </Link>
      <Link className="button" href={`/workshop-compare?left=${pack}&right=${pack}@copy`}>
        比较版本
      </Link>
    </div>
  )
  if (versions.length === 0)
    return (
      <section className="publish-part">
        <h2>发布过的版本</h2>
        <p className="secondary">还没有发布过。</p>
        {exports}
      </section>
    )
  return (
    <section className="publish-part">
      <h2>发布过的版本</h2>
      <table className="versions">
        <thead>
          <tr>
            <th scope="col">版本</th>
            <th scope="col">时间</th>
            <th scope="col">送审</th>
            <th scope="col">审核</th>
            <th scope="col">说明</th>
            <th scope="col">校验码</th>
            <th scope="col">导出</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, at, author, reviewer, note, hash }) => (
            <tr key={number}>
              <td>第 {number} 版</td>
              <td>
                <When at={at} />
              </td>
              <td>{author}</td>
              <td>{reviewer}</td>
              <td>{note}</td>
              <td>
                <code title={hash}>{hash.slice(0, 12)}</code>
              </td>
              <td>
                <ExportButton pack={pack} of={number} name={`第 ${number} 版`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {exports}
    </section>
  )
}
