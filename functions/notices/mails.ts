import { boxesOf } from '../../core/notices/boxes.ts'
import type { Notice } from '../../core/notices/notices-of.ts'
import type { User } from '../../core/reference/records.ts'

export type Mail = { readonly address: string; readonly notice: Notice }

/** Personally told, or told aloud to a unit: the rest has time until somebody looks into the inbox. */
const isForMail = ({ to, aloud }: Notice) => aloud || to.startsWith('user:')

/**
 * Who gets a mail about a fact: everyone with an address who reads one of its inboxes, once, with the first line that
 * names them, and nobody about their own deed.
 */
export const mailsOf = (notices: readonly Notice[], users: readonly User[], by: string): Mail[] =>
  users.flatMap((user) => {
    if (!user.email || user.id === by) return []
    const boxes = boxesOf(user)
    const notice = notices.find((one) => isForMail(one) && boxes.includes(one.to))
    return notice ? [{ address: user.email, notice }] : []
  })
