import { refuse } from '../../../core/refusal.ts'

export type TokenRefused = {
  ok: false
  code: 'tokenMissing' | 'tokenInvalid' | 'tokenExpired' | 'signInUnavailable'
  message: string
}

/** One sentence per code: a caller who forges tokens learns nothing from the wording. */
export function refuseToken(code: TokenRefused['code']): TokenRefused {
  const { zh, en } = refuse(code)
  return { ok: false, code, message: `${zh} ${en}` }
}
