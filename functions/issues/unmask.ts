import { mayRead } from '../../core/permission.ts'
import { withoutPhones } from '../../core/privacy.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import type { OperationHandler } from '../lib/http/operation.ts'
import { answeredBefore } from '../lib/repeats.ts'
import { answerWrite, keyed } from '../store/answers.ts'

/**
 * Names and numbers of an issue in full, once it stands on record who asked for them and why. What is kept under the
 * key of the request is only that it was answered: the number itself stands in one place and is erased there.
 */
export const unmask =
  (container: Container): OperationHandler<'unmaskContact'> =>
  async ({ principal, params, body, idempotencyKey }) => {
    const { id } = params
    const loaded = await container.issues.load(id)
    if (!loaded) return refuse('unknownIssue')
    const may = mayRead(principal, loaded.issue)
    if (may !== true) return may
    const answer = { body: { contact: loaded.issue.contact ?? {} } }
    const once = keyed(principal.id, 'unmaskContact', idempotencyKey, { id, body })
    const before = await answeredBefore(container, once)
    if (before) return isRefusal(before) ? before : answer
    const line = { type: 'Unmasked', what: 'contact', about: id, reason: withoutPhones(body.reason) } as const
    const also = once ? [answerWrite(once, { unmasked: id }, container.now())] : []
    const written = await container.audit.record(line, also)
    if (written.written) return answer
    const meanwhile = await answeredBefore(container, once)
    if (!meanwhile) return refuse('busy')
    return isRefusal(meanwhile) ? meanwhile : answer
  }
