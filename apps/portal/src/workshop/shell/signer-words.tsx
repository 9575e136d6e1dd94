import type { SignerLook } from '@policyforms/core'
import { useFixed } from '../../server/use-loaded.ts'

/** The fingerprint that others compare when they import what was exported here. */
export function SignerWords() {
  const { value } = useFixed<SignerLook>('/api/signer')
  if (!value) return null
  return (
    <p className="secondary">
      本机导出的模板包都有签名。对方导入时会看到这组数字，请在电话里核对：
      <span className="signer">{value.fingerprint}</span>
    </p>
  )
}
