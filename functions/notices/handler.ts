import * as z from 'zod'
import { FirmFact } from '../../core/firm/events.ts'
import { firmNoticesOf, noticedFirmFacts } from '../../core/firm/notices.ts'
import type { IssueEvent } from '../../core/issue/events.ts'
import { replay } from '../../core/issue/evolve.ts'
import { type Box, isUnit } from '../../core/notices/boxes.ts'
import { type Notice, noticedTypes, noticesOf } from '../../core/notices/notices-of.ts'
import type { Told } from '../../core/notices/told.ts'
import { type Reference, validOn } from '../../core/reference/records.ts'
import { referralId } from '../../core/referral/referrals.ts'
import { IssueId, Uscc } from '../../core/scalars.ts'
import { roleWords } from '../../core/words.ts'
import { localDate } from '../../core/zone-time.ts'
import { atMost } from '../lib/at-most.ts'
import type { Container } from '../lib/container.ts'
import { loadFirm } from '../lib/firm-register.ts'
import { keepNotices } from '../lib/inbox.ts'
import type { Log } from '../lib/log.ts'
import type { Messenger } from '../lib/messenger.ts'
import type { BusHandler } from '../lib/publish.ts'
import { eventRow } from '../store/issue-rows.ts'
import { keys } from '../store/keys.ts'
import { type Mail, mailsOf } from './mails.ts'

export type NoticesParts = {
  container: Container
  /** Absent where the office has configured none. */
  messenger: Messenger | undefined
  /** Likewise: to people with an address, each by themselves. */
  mailer?: Messenger | undefined
  log: Log
  settings: { portalOrigin: string }
}

/** A mail server takes a few at a time; a department with many people must not wait for each. */
const mailsAtOnce = 5

const Detail = z.object({ id: IssueId, seq: z.int().min(1) })
const FirmDetail = z.object({ id: Uscc, seq: z.int().min(1) })

/** A fact of a firm's own record goes to whom it concerns inside; no group hears it. */
const tellOfFirm = async (container: Container, detail: unknown) => {
  const { id, seq } = FirmDetail.parse(detail)
  const [row, known] = await Promise.all([
    container.table.get(keys.event(keys.firmHead(id).pk, seq)),
    loadFirm(container, id),
  ])
  if (!row || !known) throw new Error(`${id} has no event ${seq}`)
  const { at, by, fact } = eventRow(row)
  const noticed = { uscc: id, seq, at, by, firm: known.firm.name }
  await keepNotices(container.table, noticed, firmNoticesOf(FirmFact.parse(fact)), container.now())
}

/** The fact that an event on the bus points at, as the issue's own history has it. */
const factAt = async (container: Container, id: string, seq: number) => {
  const history = await container.issues.history(id)
  const event = history.find((one) => one.seq === seq)
  const issue = replay(history.filter((one) => one.seq <= seq))
  if (!event || !issue) throw new Error(`${id} has no event ${seq}`)
  return { event, issue, before: replay(history.filter((one) => one.seq < seq)) }
}

const namesIn = (reference: Reference, today: string) => {
  const named = (records: readonly { id: string; name: string; validFrom: string }[]) => {
    const names = new Map(validOn(records, today).map((one) => [one.id, one.name]))
    return (id: string) => names.get(id) ?? id
  }
  return {
    department: named(reference.department),
    team: named(reference.team),
    bank: named(reference.bank),
  }
}

/** By which a bank finds what it is told of. */
const aboutReferral = (issue: string, event: IssueEvent) =>
  'referral' in event ? { referral: referralId(issue, event.referral) } : {}

const unitName = (box: Box, names: ReturnType<typeof namesIn>): string => {
  if (box === 'dispatcher' || box === 'manager') return roleWords[box].zh
  const [kind, id = ''] = box.split(':')
  if (kind === 'bank') return names.bank(id)
  return kind === 'team' ? names.team(id) : names.department(id)
}

/** One message for all units that are told the same, so that the group hears it once. */
const said = (notices: readonly Notice[]): (readonly Notice[])[] => {
  const aloud = notices.filter((notice) => notice.aloud && isUnit(notice.to))
  return [...Map.groupBy(aloud, (notice) => notice.kind).values()]
}

const sendMails = async (
  { mailer, log }: Pick<NoticesParts, 'mailer' | 'log'>,
  mails: readonly Mail[],
  about: { issue: string; link: string },
) => {
  if (!mailer) return
  await atMost(mailsAtOnce, mails, async ({ address, notice: { zh, en } }) => {
    await mailer({ to: [address], zh, en, ...about }).catch((error) =>
      log.fault('messageNotSent', error, { issueId: about.issue }),
    )
  })
}

/**
 * Tells whom an event concerns. The inbox first: a row that is written is told once, whether or not the message then
 * arrives. In a chat group, as by mail, a message lost is better than one said twice, and the inbox has it anyway.
 */
export const noticesHandler =
  ({ container, messenger, mailer, log, settings }: NoticesParts): BusHandler =>
  async (delivered) => {
    if (noticedFirmFacts.has(delivered['detail-type'])) return tellOfFirm(container, delivered.detail)
    if (!noticedTypes.has(delivered['detail-type'])) return
    const { id, seq } = Detail.parse(delivered.detail)
    const { event, issue, before } = await factAt(container, id, seq)
    const now = container.now()
    const reference = await container.reference()
    const names = namesIn(reference, localDate(now))
    const told: Told = { event, issue, before, nameOf: names.department }
    const fact = {
      issue: id,
      seq,
      at: event.at,
      by: event.by,
      firm: issue.firm.name,
      ...aboutReferral(id, event),
    }
    const fresh = await keepNotices(container.table, fact, noticesOf(told), now)
    const about = { issue: id, link: `${settings.portalOrigin}/issues/${id}` }
    for (const notices of messenger ? said(fresh) : []) {
      const message = {
        to: notices.map((notice) => unitName(notice.to, names)),
        zh: notices[0]?.zh ?? '',
        ...about,
      }
      await messenger?.(message).catch((error) => log.fault('messageNotSent', error, { issueId: id }))
    }
    const people = validOn(reference.user, localDate(now))
    await sendMails({ mailer, log }, mailsOf(fresh, people, event.by), about)
  }
