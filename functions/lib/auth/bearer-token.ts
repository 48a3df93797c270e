import { refuseToken, type TokenRefused } from './token-refused.ts'

/** Far above what issuers send, far below what would be costly to hash. Characters. */
const longestToken = 8_192

/** Reads `Authorization: Bearer …` (RFC 6750); another scheme counts as no token. */
export function bearerToken(header: string | undefined): { ok: true; token: string } | TokenRefused {
  const [, scheme, rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(header ?? '') ?? []
  const token = rest.trim()
  if (scheme?.toLowerCase() !== 'bearer' || token === '') return refuseToken('tokenMissing')
  if (token.length > longestToken || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    return refuseToken('tokenInvalid')
  return { ok: true, token }
}
