import { createHash } from 'node:crypto'
import { type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose'
import { bearerToken } from './bearer-token.ts'
import { SignInUnavailable, signingKeys } from './signing-keys.ts'
import { tokenCache } from './token-cache.ts'
import { isAccessToken } from './token-kind.ts'
import { refuseToken, type TokenRefused } from './token-refused.ts'

export type TokenCheck = {
  issuer: string
  audience: string
  /** Default: read once from the issuer's /.well-known/openid-configuration. */
  jwksUri?: string
  /**
   * The claim that names the person, or the bank's system, as the directory does; default `sub`. Of several, with
   * commas between them, the first that a token has: providers name people and systems differently.
   */
  subjectClaim?: string
}
export type TokenAccepted = {
  ok: true
  subject: string
  /** The `sid` claim: what is ended when someone signs out everywhere. */
  sessionId?: string
  /** A digest of the token itself, for issuers that name no session. */
  tokenId: string
  /** UTC. */
  expiresAt: string
}
export type TokenVerifier = (authorizationHeader: string | undefined) => Promise<TokenAccepted | TokenRefused>
type Options = { fetchJwks?: typeof fetch; now?: () => Date }

/** No HS256: a public key must never be usable as a shared secret. `none` is not a signature. */
const algorithms = ['ES256', 'EdDSA', 'RS256', 'PS256']
const clockToleranceSeconds = 30
const rememberedTokens = 1_000

/**
 * Checks bearer tokens of one issuer. Refusals are values: `tokenMissing`, `tokenInvalid`, `tokenExpired`, and
 * `signInUnavailable` where the issuer's keys cannot be fetched. A token found good is remembered until it
 * expires: checking a signature would otherwise take longer than the rest of a short request.
 */
export function makeTokenVerifier(check: TokenCheck, options: Options = {}): TokenVerifier {
  const now = options.now ?? (() => new Date())
  const keys = signingKeys(check, options.fetchJwks)
  const remembered = tokenCache<TokenAccepted>(rememberedTokens)
  const subjectClaims = (check.subjectClaim ?? 'sub').split(',').map((name) => name.trim())
  const rules = {
    issuer: check.issuer,
    audience: check.audience,
    algorithms,
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['exp'],
  }
  return async (authorizationHeader) => {
    const found = bearerToken(authorizationHeader)
    if (!found.ok) return found
    const digest = createHash('sha256').update(found.token).digest('base64')
    const known = remembered.get(digest, now())
    if (known) return known
    try {
      const verified = await jwtVerify(found.token, keys, { ...rules, currentDate: now() })
      const claims = accept(verified, subjectClaims)
      if (!claims) return refuseToken('tokenInvalid')
      const accepted = { ...claims, tokenId: digest }
      remembered.set(digest, accepted, new Date(accepted.expiresAt))
      return accepted
    } catch (error) {
      return refuseToken(reasonOf(error))
    }
  }
}

function accept(
  { payload, protectedHeader }: JWTVerifyResult,
  subjectClaims: readonly string[],
): Omit<TokenAccepted, 'tokenId'> | undefined {
  const { exp, sid } = payload
  const subject = subjectClaims.map((name) => payload[name]).find((value) => value !== undefined)
  if (typeof exp !== 'number' || typeof subject !== 'string' || subject === '') return undefined
  if (!isAccessToken(protectedHeader.typ, payload)) return undefined
  const expiresAt = utc(exp)
  if (!expiresAt) return undefined
  return { ok: true, subject, ...(typeof sid === 'string' && { sessionId: sid }), expiresAt }
}

function utc(seconds: NonNullable<JWTPayload['exp']>): string | undefined {
  const date = new Date(seconds * 1_000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

function reasonOf(error: unknown): TokenRefused['code'] {
  if (error instanceof SignInUnavailable) return 'signInUnavailable'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // Whatever else goes wrong with a token that a caller sent, the caller is not let in.
  return code === 'ERR_JWT_EXPIRED' ? 'tokenExpired' : 'tokenInvalid'
}
