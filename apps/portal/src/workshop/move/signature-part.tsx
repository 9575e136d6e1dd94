import type { SignatureLook } from '@policyforms/core'
import { useId } from 'react'
import { When } from '../../parts/when.tsx'

interface SignaturePartProps {
  readonly signature: SignatureLook
  /** The name that a new key is to be remembered by; empty to remember nothing. */
  readonly remember: string
  readonly onRemember: (name: string) => void
}

const brokenWords = {
  unreadable: '签名文件读不出来。',
  forged: '签名不是用它所写的钥匙签的，或是给另一个模板包签的。',
  changed: '这些文件在签名以后被改过、加过或删过：',
} as const

/** Who vouches for a pack, and whether that can be believed. */
export function SignaturePart({ signature, remember, onRemember }: SignaturePartProps) {
  return (
    <section className="publish-part">
      <h2>从哪里来</h2>
      <Words signature={signature} />
      {signature.is === 'valid' && !signature.known && !signature.isOwn && (
        <NewKey signature={signature} remember={remember} onRemember={onRemember} />
      )}
    </section>
  )
}

function Words({ signature }: { readonly signature: SignatureLook }) {
  if (signature.is === 'missing')
    return (
      <p className="notice" data-tone="warning">
        <span className="sign">没有签名</span>
        <span>没有人为它担保，无法知道是谁给的、有没有被改过。请只导入您亲手收到的文件。</span>
      </p>
    )
  if (signature.is === 'broken')
    return (
      <div className="notice" data-tone="error" role="alert">
        <span className="sign">签名不符</span>
        <span>
          {brokenWords[signature.why]}
          {signature.paths.slice(0, 10).join('、')}
          不能导入，请向发来的人要一份重新导出的。
        </span>
      </div>
    )
  const { known, signer, at, isOwn } = signature
  if (isOwn)
    return (
      <p className="notice" data-tone="done">
        <span className="sign">本机导出的</span>
        <span>
          署名“{signer}”，
          <When at={at} /> 导出。文件与导出时一样。
        </span>
      </p>
    )
  return (
    <p className="notice" data-tone={known ? 'done' : 'warning'}>
      <span className="sign">{known ? '认识的签名' : '新的签名'}</span>
      <span>
        {known ? (
          <>
            {known.name}（<When at={known.since} /> 记住的），署名“{signer}”，
            <When at={at} /> 签。文件与签名时一样。
          </>
        ) : (
          <>
            署名“{signer}”，
            <When at={at} /> 签。文件与签名时一样，但这里没有见过这把钥匙。
          </>
        )}
      </span>
    </p>
  )
}

function NewKey({
  signature,
  remember,
  onRemember,
}: {
  readonly signature: Extract<SignatureLook, { is: 'valid' }>
  readonly remember: string
  readonly onRemember: (name: string) => void
}) {
  const id = useId()
  return (
    <>
      {signature.isNameTaken && (
        <p className="notice" data-tone="error">
          <span className="sign">请核对</span>
          <span>这里记住的“{signature.signer}”用的是另一把钥匙。可能换了机器，也可能有人冒名，请打电话核对。</span>
        </p>
      )}
      <p>请打电话给对方，念出下面这组数字，核对无误再导入。对方在“导出”旁可以看到自己的一组。</p>
      <p className="fingerprint">{signature.fingerprint}</p>
      <div className="property">
        <label htmlFor={id}>以后记作</label>
        <input
          id={id}
          type="text"
          maxLength={40}
          value={remember}
          onChange={({ target }) => onRemember(target.value)}
        />
        <p className="help">核对过才填，如对方单位的名称；留空就不记，下次仍当作新的签名。</p>
      </div>
    </>
  )
}
