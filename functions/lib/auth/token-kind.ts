import type { JWTPayload } from 'jose'

/** RFC 9068 says `at+jwt`; many issuers say `JWT` or nothing for access tokens and ID tokens alike. */
const accessTypes = ['at+jwt', 'application/at+jwt']
const untoldTypes = [undefined, 'jwt', 'application/jwt']

/** Whether a token is meant for an API, and not an ID token, a logout token or the like of the same issuer. */
export function isAccessToken(typ: string | undefined, claims: JWTPayload): boolean {
  const type = typ?.toLowerCase()
  if (type && accessTypes.includes(type)) return true
  return untoldTypes.includes(type) && !isIdToken(claims) && claims.events === undefined
}

/** The marks of OpenID Connect Core 3.1.3.6, of Cognito (`token_use`) and of Keycloak (`typ` among the claims). */
const isIdToken = (claims: JWTPayload) =>
  claims.at_hash !== undefined ||
  claims.c_hash !== undefined ||
  claims.token_use === 'id' ||
  claims.typ === 'ID'
