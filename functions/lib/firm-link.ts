import { createHash, timingSafeEqual } from 'node:crypto'
import type { Principal } from '../../core/principal.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { IssueId } from '../../core/scalars.ts'
import type { Container } from './container.ts'
import { newSecret } from './ids.ts'

/** How long a firm's link opens: long enough for a slow case, short enough to be forgotten. */
const linkDays = 180

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** A new code for a firm: the issue's id and 128 random bits, of which the issue keeps only the hash. */
export const newLink = (issueId: string, now: string) => {
  const secret = newSecret()
  const expiresAt = `${new Date(Date.parse(now) + linkDays * 86_400_000).toISOString().slice(0, 19)}Z`
  return { code: `${issueId}.${secret}`, link: { hash: hashOf(secret), expiresAt } }
}

/** The firm behind a code, or a refusal that does not say what was wrong with it. */
export const readLink = async (
  container: Container,
  code: string | undefined,
): Promise<Principal | Refusal> => {
  const [id, secret, ...more] = (code ?? '').split('.')
  if (!id || !secret || more.length > 0 || !IssueId.safeParse(id).success) return refuse('linkUnknown')
  const loaded = await container.issues.load(id)
  const link = loaded?.issue.link
  if (!loaded || !link || link.expiresAt < container.now()) return refuse('linkUnknown')
  if (!timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(link.hash))) return refuse('linkUnknown')
  return { id: `firm:${loaded.issue.firm.uscc}`, name: loaded.issue.firm.name, role: 'firm', issue: id }
}
