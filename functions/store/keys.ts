import { createHash } from 'node:crypto'

/** The one file that spells keys. What is asked of the table by them has its names in access-patterns.ts. */

export const indexes = {
  worklist: { pk: 'wl', sk: 'wlAt' },
  byFirm: { pk: 'fm', sk: 'fmAt' },
  journal: { pk: 'jn', sk: 'jnAt' },
} as const
export type IndexName = keyof typeof indexes

/** What each index carries besides its keys: only what a list shows, or the trail. */
export const projections: Record<IndexName, readonly string[]> = {
  worklist: [
    'id',
    'version',
    'stage',
    'category',
    'urgency',
    'firm',
    'summary',
    'department',
    'handler',
    'loggedAt',
    'since',
    'changedAt',
    'pausedAt',
    'asks',
    'bank',
    'state',
    'outline',
    'product',
    'invitedAt',
    'late',
    'firmName',
    'firmUntil',
    'round',
  ],
  byFirm: [
    'id',
    'kind',
    'version',
    'stage',
    'category',
    'urgency',
    'firm',
    'summary',
    'department',
    'loggedAt',
  ],
  journal: ['seq', 'at', 'by', 'fact', 'prev', 'noteDigest', 'via'],
}

const sixDigits = (n: number) => String(n).padStart(6, '0')
const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

export const journalShards = 4
const shardOf = (id: string) => createHash('sha256').update(id).digest().readUInt8(0) % journalShards

/** The roster of firms, in a few parts, so that registering many at once has no single place to wait at. */
export const rosterShards = 4
const rosterShardOf = (uscc: string) => createHash('sha256').update(uscc).digest().readUInt8(1) % rosterShards
export const rosterPartition = (shard: number) => `ROSTER#${shard}`

export const keys = {
  issueHead: (id: string) => ({ pk: `ISSUE#${id}`, sk: 'HEAD' }),
  issueWait: (id: string) => ({ pk: `ISSUE#${id}`, sk: 'WAIT' }),
  roundWait: (id: string) => ({ pk: `ISSUE#${id}`, sk: 'WAIT#ROUND' }),
  /** That an issue is a common one, or a case of one: never both, whoever is faster. */
  issueCommon: (id: string) => ({ pk: `ISSUE#${id}`, sk: 'COMMON' }),
  issueCase: (id: string) => ({ pk: `ISSUE#${id}`, sk: 'CASE' }),
  issueDesk: (id: string, desk: string) => ({ pk: `ISSUE#${id}`, sk: `DESK#${desk}` }),
  referral: (id: string, referral: string) => ({ pk: `ISSUE#${id}`, sk: `REFERRAL#${referral.slice(1)}` }),
  event: (pk: string, seq: number) => ({ pk, sk: `EVENT#${sixDigits(seq)}` }),
  note: (pk: string, seq: number) => ({ pk, sk: `NOTE#${sixDigits(seq)}` }),
  firmHead: (uscc: string) => ({ pk: `FIRM#${uscc}`, sk: 'HEAD' }),
  firmName: (two: string, uscc: string) => ({ pk: `NAME#${two}`, sk: uscc }),
  firmRoster: (uscc: string) => ({ pk: rosterPartition(rosterShardOf(uscc)), sk: uscc }),
  firmExpiry: (expiresOn: string, uscc: string, number: string) => ({
    pk: `EXPIRY#${expiresOn.slice(0, 7)}`,
    sk: `${expiresOn}#${uscc}#${digest(number)}`,
  }),
  visitHead: (id: string) => ({ pk: `VISIT#${id}`, sk: 'HEAD' }),
  visitOfMonth: (on: string, id: string) => ({ pk: `VISITS#${on.slice(0, 7)}`, sk: `${on}#${id}` }),
  visitCounts: (month: string) => ({ pk: `VISITCOUNTS#${month}`, sk: 'ALL' }),
  visitFirm: (id: string, uscc: string) => ({ pk: `VISIT#${id}`, sk: `FIRM#${uscc}` }),
  fairHead: (id: string) => ({ pk: `FAIR#${id}`, sk: 'HEAD' }),
  fairIssue: (id: string, issue: string) => ({ pk: `FAIR#${id}`, sk: `ISSUE#${issue}` }),
  fairOfYear: (year: string, on: string, id: string) => ({ pk: `FAIRS#${year}`, sk: `${on}#${id}` }),
  sameFact: (text: string) => {
    const hash = digest(text)
    return { pk: `NATURAL#${hash}`, sk: hash }
  },
  reference: (kind: string, id: string, validFrom: string) => ({
    pk: `REF#${kind}`,
    sk: `${id}#${validFrom}`,
  }),
  /** The trail of one record: who added which validity, and when. */
  recordHead: (kind: string, id: string) => ({ pk: `REFERENCE#${kind}#${id}`, sk: 'HEAD' }),
  counters: (month: string, dimension: string) => ({ pk: `INDICATOR#${month}`, sk: dimension }),
  visitedFirm: (month: string, uscc: string) => ({ pk: `MEMBER#${month}#visited`, sk: uscc }),
  rosterFirm: (uscc: string) => ({ pk: 'MEMBER#roster', sk: uscc }),
  financedFirm: (month: string, id: string) => ({ pk: `MEMBER#${month}#financed`, sk: id }),
  member: (month: string, id: string) => ({ pk: `MEMBER#${month}`, sk: id }),
  answered: (principal: string, key: string) => {
    const hash = digest(key)
    return { pk: `IDEM#${principal}#${hash}`, sk: hash }
  },
  file: (id: string, part: number) => ({ pk: `FILE#${id}`, sk: `PART#${sixDigits(part)}` }),
  reportHead: (id: string) => ({ pk: `REPORT#${id}`, sk: 'HEAD' }),
  reportLine: (year: string, id: string) => ({ pk: `REPORTS#${year}`, sk: id }),
  exportHead: (id: string) => ({ pk: `EXPORT#${id}`, sk: 'HEAD' }),
  exportProgress: (id: string) => ({ pk: `EXPORT#${id}`, sk: 'PROGRESS' }),
  notice: (box: string, at: string, id: string, seq: number, kind: string) => ({
    pk: `INBOX#${box}`,
    sk: `${at}#${id}#${sixDigits(seq)}#${kind}`,
  }),
  noticesRead: (user: string) => ({ pk: `INBOXREAD#${user}`, sk: 'HEAD' }),
  auditLine: (day: string, shard: string, seq: number) => ({
    pk: `AUDIT#${day}#${shard}`,
    sk: `LINE#${sixDigits(seq)}`,
  }),
  auditShard: (day: string, shard: string) => ({ pk: `AUDITDAY#${day}`, sk: shard }),
  seal: (day: string) => ({ pk: 'SEAL', sk: day }),
  sealPart: (day: string, part: number) => ({ pk: `SEALED#${day}`, sk: `PART#${sixDigits(part)}` }),
  attempts: (name: string) => ({ pk: `ATTEMPTS#${digest(name)}`, sk: 'HEAD' }),
  linkCode: (issue: string) => ({ pk: `ISSUE#${issue}`, sk: 'CODE' }),
  session: (id: string) => ({ pk: `SESSION#${digest(id)}`, sk: 'HEAD' }),
  account: (id: string) => ({ pk: 'ACCOUNTS', sk: id }),
  bankHooks: (bank: string) => ({ pk: `HOOKS#${bank}`, sk: 'HEAD' }),
  hookSecrets: (bank: string, endpoint: string) => ({ pk: `HOOKS#${bank}`, sk: `SECRET#${endpoint}` }),
  deliveryHead: (id: string) => ({ pk: `WEBHOOK#${id}`, sk: 'HEAD' }),
  passing: (kind: 'export' | 'upload' | 'erasure' | 'deletion', at: string, id: string) => ({
    pk: `PASSING#${kind}`,
    sk: `${at}#${id}`,
  }),
  checkpoint: (name: string) => ({ pk: `CHECKPOINT#${name}`, sk: 'HEAD' }),
} as const

/** Owners of work, the partition of the worklist: who has to move next. */
export const queues = {
  dispatcher: 'dispatcher',
  manager: 'manager',
  department: (id: string) => `department:${id}`,
  team: (id: string) => `team:${id}`,
  bank: (id: string) => `bank:${id}`,
  bankOver: (id: string) => `bank-over:${id}`,
  aftercare: (department: string) => `aftercare:${department}`,
} as const

export const worklistKey = (queue: string, deadline: string, id: string) => ({
  wl: `WORK#${queue}`,
  wlAt: `${deadline}#${id}`,
})
/** Issues that are over and still hold personal data, by when they were over (or their last consent was used). */
export const retentionKey = (state: 'over' | 'archived' | 'consents', since: string, id: string) => ({
  wl: `RETENTION#${state}`,
  wlAt: `${since}#${id}`,
})
/** Deliveries to banks' systems that are not over: those being tried by their next try, those given up by its time. */
export const deliveryKey = (state: 'open' | 'dead', at: string, id: string) => ({
  wl: `DELIVERY#${state}`,
  wlAt: `${at}#${id}`,
})
export const byFirmKey = (uscc: string, at: string, id: string) => ({
  fm: `FIRM#${uscc}`,
  fmAt: `${at}#${id}`,
})
export const journalPartition = (day: string, shard: number) => `JOURNAL#${day}#${shard}`
export const journalKey = (id: string, at: string, seq: number) => ({
  jn: journalPartition(at.slice(0, 10), shardOf(id)),
  jnAt: `${at}#${id}#${sixDigits(seq)}`,
})

/** Lines of the audit stand in the same index as the journal, in partitions of their own that no consumer follows. */
export const trailPartition = (day: string, shard: number) => `TRAIL#${day}#${shard}`
export const trailKey = (shard: string, at: string, seq: number) => ({
  jn: trailPartition(at.slice(0, 10), shardOf(shard)),
  jnAt: `${at}#${shard}#${sixDigits(seq)}`,
})
