import { createHash } from 'node:crypto'

/** The one file that spells keys. Every access pattern has a name here; the docs table is generated from it. */

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

export type AccessPattern = {
  what: string
  reads: 'item' | 'query' | 'items'
  index?: IndexName
  pk: string
  sk?: string
}

/** What is asked of the table, by name. */
export const accessPatterns = {
  loadIssue: { what: 'an issue as it is now, consistently', reads: 'item', pk: 'ISSUE#id', sk: 'HEAD' },
  issueHistory: { what: 'the events of an issue in order, with their notes', reads: 'query', pk: 'ISSUE#id' },
  roundWait: {
    what: 'what the workflow of an open round of banks waits for',
    reads: 'item',
    pk: 'ISSUE#id',
    sk: 'WAIT#ROUND',
  },
  issueWait: { what: 'what the workflow of an issue waits for', reads: 'item', pk: 'ISSUE#id', sk: 'WAIT' },
  worklistOf: {
    what: 'open issues of a queue, the nearest deadline first',
    reads: 'query',
    index: 'worklist',
    pk: 'WORK#queue',
    sk: 'deadline#id',
  },
  referralsOfBank: {
    what: 'open referrals of a bank, the nearest deadline first; those that are over stand under bank-over',
    reads: 'query',
    index: 'worklist',
    pk: 'WORK#bank:id',
    sk: 'deadline#id',
  },
  issuesOfFirm: {
    what: 'issues and visits of a firm, the latest first',
    reads: 'query',
    index: 'byFirm',
    pk: 'FIRM#uscc',
    sk: 'time#id',
  },
  journalOfDay: {
    what: 'all events of a day, in time order within each shard',
    reads: 'query',
    index: 'journal',
    pk: 'JOURNAL#day#shard',
    sk: 'time#id#seq',
  },
  trailOfDay: {
    what: 'lines of the audit of a day, in time order within each shard',
    reads: 'query',
    index: 'journal',
    pk: 'TRAIL#day#shard',
    sk: 'time#shard#seq',
  },
  auditShards: { what: 'who wrote audit lines on a day', reads: 'query', pk: 'AUDITDAY#day', sk: 'shard' },
  auditLines: {
    what: 'the audit lines of one writer on a day, chained',
    reads: 'query',
    pk: 'AUDIT#day#shard',
    sk: 'LINE#n',
  },
  seals: { what: 'the seals of all days', reads: 'query', pk: 'SEAL', sk: 'day' },
  sealedStreams: {
    what: 'how far each stream had come when a day was sealed',
    reads: 'query',
    pk: 'SEALED#day',
    sk: 'PART#n',
  },
  attempts: { what: 'failures that may lock a name', reads: 'item', pk: 'ATTEMPTS#hash', sk: 'HEAD' },
  linkCode: {
    what: 'the one-time code that was sent to the phone of an issue, as a salted hash',
    reads: 'item',
    pk: 'ISSUE#id',
    sk: 'CODE',
  },
  session: { what: 'whether a session was ended', reads: 'item', pk: 'SESSION#hash', sk: 'HEAD' },
  accounts: {
    what: 'who may sign in by password, on one machine',
    reads: 'query',
    pk: 'ACCOUNTS',
    sk: 'user',
  },
  loadFirm: { what: 'a firm by its credit code', reads: 'item', pk: 'FIRM#uscc', sk: 'HEAD' },
  firmsByName: { what: 'firms by two characters of their name', reads: 'query', pk: 'NAME#two', sk: 'uscc' },
  roster: {
    what: 'all firms, part by part, with what a list of them shows',
    reads: 'query',
    pk: 'ROSTER#shard',
    sk: 'uscc',
  },
  certificatesExpiring: {
    what: 'certificates that end in a month and of which nobody has been warned',
    reads: 'query',
    pk: 'EXPIRY#month',
    sk: 'date#uscc#number',
  },
  loadVisit: { what: 'a visit or forum', reads: 'query', pk: 'VISIT#id' },
  visitsOfMonth: {
    what: 'visits and forums of a month, the latest first',
    reads: 'query',
    pk: 'VISITS#month',
    sk: 'date#id',
  },
  visitCounts: {
    what: 'what the visits of a month add up to',
    reads: 'item',
    pk: 'VISITCOUNTS#month',
    sk: 'ALL',
  },
  sameFact: { what: 'the issue that states the same fact', reads: 'item', pk: 'NATURAL#hash', sk: 'hash' },
  reference: { what: 'all dated records of a kind', reads: 'query', pk: 'REF#kind', sk: 'id#validFrom' },
  trailOfRecord: {
    what: 'who added which validity of a reference record',
    reads: 'query',
    pk: 'REFERENCE#kind#id',
  },
  countersOfMonth: {
    what: 'the counters of a month',
    reads: 'query',
    pk: 'INDICATOR#month',
    sk: 'dimension',
  },
  counted: {
    what: 'what has been counted of an issue, by the month in which it was logged',
    reads: 'items',
    pk: 'MEMBER#month',
    sk: 'id',
  },
  visitedFirm: {
    what: 'whether a firm has been counted as visited in a month, and in which rows',
    reads: 'items',
    pk: 'MEMBER#month#visited',
    sk: 'uscc',
  },
  rosterFirm: {
    what: 'in which rows of the register a firm is counted',
    reads: 'items',
    pk: 'MEMBER#roster',
    sk: 'uscc',
  },
  membersOfMonth: {
    what: 'the issues behind the figures of a month, each with all that it counts for there',
    reads: 'query',
    pk: 'MEMBER#month',
    sk: 'id',
  },
  answered: { what: 'the answer once given under a key', reads: 'item', pk: 'IDEM#principal#key', sk: 'key' },
  file: { what: 'the parts of an attachment', reads: 'query', pk: 'FILE#id', sk: 'PART#n' },
  report: { what: 'a report as it was issued', reads: 'item', pk: 'REPORT#id', sk: 'HEAD' },
  reportsOfYear: { what: 'the reports issued in a year', reads: 'query', pk: 'REPORTS#year', sk: 'id' },
  exportJob: { what: 'what was asked to be exported', reads: 'item', pk: 'EXPORT#id', sk: 'HEAD' },
  exportProgress: {
    what: 'how far an export has come',
    reads: 'item',
    pk: 'EXPORT#id',
    sk: 'PROGRESS',
  },
  inboxOf: {
    what: 'notices of a person or a unit, the latest first',
    reads: 'query',
    pk: 'INBOX#box',
    sk: 'time#id#seq#kind',
  },
  bankHooks: {
    what: "the addresses of a bank's own system; the secrets of each stand in a row of their own",
    reads: 'item',
    pk: 'HOOKS#bank',
    sk: 'HEAD',
  },
  hookSecrets: {
    what: 'the secrets that sign for an address',
    reads: 'item',
    pk: 'HOOKS#bank',
    sk: 'SECRET#endpoint',
  },
  delivery: { what: 'a delivery and each of its tries', reads: 'query', pk: 'WEBHOOK#id' },
  deliveries: {
    what: "deliveries to banks' systems that are being tried or were given up",
    reads: 'query',
    index: 'worklist',
    pk: 'DELIVERY#state',
    sk: 'time#id',
  },
  noticesRead: {
    what: 'until when someone has read their notices',
    reads: 'item',
    pk: 'INBOXREAD#user',
    sk: 'HEAD',
  },
} as const satisfies Record<string, AccessPattern>
