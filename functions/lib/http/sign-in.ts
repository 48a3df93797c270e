import type { Principal } from '../../../core/principal.ts'
import { type User, validOn } from '../../../core/reference/records.ts'
import { type Refusal, refuse } from '../../../core/refusal.ts'
import { localDate } from '../../../core/zone-time.ts'
import type { Container } from '../container.ts'

/** A token checked: whose it is, or why it does not count. */
export type VerifyToken = (authorization: string | undefined) => Promise<
  | { ok: true; subject: string; sessionId?: string; tokenId?: string }
  | {
      ok: false
      code: 'tokenMissing' | 'tokenInvalid' | 'tokenExpired' | 'signInUnavailable'
      message?: string
    }
>

const principalFrom = (user: User): Principal => ({
  id: user.id,
  name: user.name,
  role: user.role,
  ...(user.team && { team: user.team }),
  ...(user.department && { department: user.department }),
  ...(user.bank && { bank: user.bank }),
  ...(user.liaisonOf && { liaisonOf: user.liaisonOf }),
})

/** Somebody in a session. */
export type SignedIn = Principal & { session: string }

/** Whoever the token names, as today's directory knows them: a token gives no rights, the directory does. */
export const signIn = async (
  container: Container,
  verify: VerifyToken,
  authorization: string | undefined,
): Promise<SignedIn | Refusal> => {
  const token = await verify(authorization)
  if (!token.ok) return refuse(token.code)
  const { user } = await container.reference()
  const known = validOn(user, localDate(container.now())).find((one) => one.id === token.subject)
  if (!known) return refuse('unknownUser')
  const session = token.sessionId ?? token.tokenId ?? token.subject
  if (!(await container.sessions.isLive(session, known.id))) return refuse('sessionEnded')
  return { ...principalFrom(known), session }
}
