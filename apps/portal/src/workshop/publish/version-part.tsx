import type { PublishedVersion } from '@policyforms/core'
import { When } from '../../parts/when.tsx'

/** The versions that were published here; none of them changes any more. */
export function VersionPart({ versions }: { readonly versions: readonly PublishedVersion[] }) {
  if (versions.length === 0) return null
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
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
