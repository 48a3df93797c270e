import type { IndexName } from './keys.ts'

export type AccessPattern = {
  what: string
  reads: 'item' | 'query' | 'items'
  index?: IndexName
  pk: string
  sk?: string
}

/** What is asked of the table, by name; the docs table is generated from it. */
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
  financedFirm: {
    what: 'the issues of a month that went to banks, each with its firm, so that a firm counts once',
    reads: 'query',
    pk: 'MEMBER#month#financed',
    sk: 'id',
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
  pastIssues: {
    what: 'issues that are over and still hold personal data, by when they were over',
    reads: 'query',
    index: 'worklist',
    pk: 'RETENTION#state',
    sk: 'time#id',
  },
  passing: {
    what: 'what is to go: files of exports, uploads that may have been cut off, words and files of what was erased',
    reads: 'query',
    pk: 'PASSING#kind',
    sk: 'time#id',
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
