import * as z from 'zod'
import type { HandOutLink, LinkAnswer } from '../../core/api/issues.ts'
import type { Principal } from '../../core/principal.ts'
import { maskPhone } from '../../core/privacy.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { newLink } from '../lib/firm-link.ts'
import { foresee, giveCommand } from '../lib/give-command.ts'
import { seal, unseal } from '../lib/sealed.ts'
import { mobileOf, type Sms } from '../lib/sms.ts'
import { keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'

export type LinkSettings = {
  portalOrigin: string
  /** Where the office can send text messages. */
  sms?: Sms | undefined
}

type Asked = {
  principal: Principal
  params: { id: string }
  body: z.infer<typeof HandOutLink>
  ifMatch?: number | undefined
  idempotencyKey?: string | undefined
}
type Answer = { body: z.infer<typeof LinkAnswer>; version: number }

/** A link's answer as it is kept under a key. */
const Sealed = z.object({ sealed: z.string(), until: z.string() })

const phoneOf = async (container: Container, sms: Sms | undefined, id: string) => {
  const loaded = sms && (await container.issues.load(id))
  return loaded && mobileOf(loaded.issue.contact?.phone)
}

/**
 * A new link for the firm; the one before ends. Sent by text message it is shown to nobody here: whoever holds it
 * speaks as the firm.
 */
export const handOutLink = async (
  container: Container,
  { portalOrigin, sms }: LinkSettings,
  { principal, params: { id }, body, ifMatch, idempotencyKey }: Asked,
): Promise<Answer | Refusal> => {
  const byText = body.by === 'sms'
  const { code: fresh, link } = newLink(id, container.now())
  const once = keyed(principal.id, 'issueLink', idempotencyKey, { id, by: body.by })
  const given = {
    command: 'issueLink' as const,
    id,
    input: { link },
    principal,
    ifMatch,
    keyed: once,
    // Only the hash of a code is kept; a repeat gets it back with the very key under which it was asked.
    keep: idempotencyKey ? { sealed: seal(fresh, idempotencyKey), until: link.expiresAt } : undefined,
  }
  const phone = byText ? await phoneOf(container, sms, id) : undefined
  if (byText && !phone) {
    const foreseen = await foresee(container, given)
    return isRefusal(foreseen) ? foreseen : refuse('noWayForLink')
  }
  const result = await giveCommand(container, given)
  if (isRefusal(result)) return result
  const kept = Sealed.safeParse(result.answer)
  const code = kept.success && idempotencyKey ? unseal(kept.data.sealed, idempotencyKey) : fresh
  const expiresAt = kept.success ? kept.data.until : link.expiresAt
  const { version } = result.answer
  const url = `${portalOrigin}/t#${code}`
  if (!sms || !phone) return { body: { code, url, expiresAt }, version }
  // A repeat sends nothing a second time.
  const sent =
    code !== fresh || (await isSent(sms, phone, `【助企】诉求 ${id} 的进展和确认：${url}，请勿转发。`))
  if (sent) return { body: { sentTo: maskPhone(phone), expiresAt }, version }
  // Asked again under the same key it is tried again, with another link.
  if (once) await container.table.transact([{ remove: keys.answered(once.principal, once.key) }])
  return refuse('linkNotSent')
}

const isSent = (sms: Sms, to: string, text: string) =>
  sms(to, text).then(
    () => true,
    () => false,
  )
