import { isRefusal, refuse } from '../../core/refusal.ts'
import { type Container, secondsInstant } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { markRead } from '../lib/inbox.ts'
import { claimKey } from '../lib/repeats.ts'
import { keyed } from '../store/answers.ts'
import { listNotices } from './list-notices.ts'

export const inboxOperations = (container: Container): OperationsIn<'inbox'> => ({
  listNotices: async ({ principal, query }) => {
    const list = await listNotices(container, query, principal)
    return isRefusal(list) ? list : { body: list }
  },

  readNotices: async ({ principal, body, idempotencyKey }) => {
    const upTo = secondsInstant(new Date(body.upTo))
    // What has not arrived cannot have been read.
    if (upTo > container.now()) {
      return refuse('dateInTheFuture', {
        fields: [{ pointer: '/upTo', message: '不能晚于现在，请填列表中的 asOf' }],
      })
    }
    const key = keyed(principal.id, 'readNotices', idempotencyKey, { upTo })
    const claimed = await claimKey(container, key, { upTo })
    if (isRefusal(claimed)) return claimed
    await markRead(container.table, principal.id, upTo)
    return { body: claimed.answer }
  },
})
