import type { MachineName } from '../core/api/workflow.ts'

export type { MachineName } from '../core/api/workflow.ts'

/** What a function may be given to know, by the name of the variable. */
export type Variable =
  | 'TABLE_NAME'
  | 'TOKEN_ISSUER'
  | 'TOKEN_AUDIENCE'
  | 'TOKEN_SUBJECT_CLAIM'
  | 'PORTAL_ORIGIN'
  | 'ISSUE_MACHINE_ARN'
  | 'ROUND_MACHINE_ARN'
  | 'SEAL_KEY_ARN'
  | 'WEBHOOK_MACHINE_ARN'
  | 'BUS_NAME'
  | 'ZHUQI_ROBOT_KIND'
  | 'ZHUQI_ROBOT_URL'
  | 'ZHUQI_ROBOT_SECRET'
  | 'ZHUQI_MAIL_URL'
  | 'ZHUQI_MAIL_FROM'
  | 'ZHUQI_SMS_URL'
  | 'ZHUQI_AUDIT_DAYS'
  | 'ZHUQI_SMS_SECRET'

/** What a function may do, each the least that its work needs. */
export type Grant =
  | 'table:read'
  | 'table:write'
  | 'machine:start'
  | 'machine:answer'
  | 'bus:publish'
  | 'seal:sign'

export type Trigger =
  /** Routes of `core/api/routes.ts` that name this function. */
  | { kind: 'api' }
  /** A task of a machine, under the name that the machine's file uses. */
  | { kind: 'task'; machine: MachineName; substitution: string }
  /** Inserts of events, as the table's stream delivers them. */
  | { kind: 'stream'; batch: number; windowSeconds: number }
  | { kind: 'schedule'; everyMinutes: number }
  /** Events that the dispatcher has published. */
  | { kind: 'bus' }

export type CatalogueEntry = {
  readonly entry: string
  readonly does: string
  readonly trigger: Trigger
  readonly environment: readonly Variable[]
  readonly grants: readonly Grant[]
  readonly memoryMb: number
  readonly timeoutSeconds: number
}

/** Also who only reads writes: refusals, sign-ins and what was shown to whom go on record. */
const reading: readonly Grant[] = ['table:read', 'table:write']

const apiEnvironment = [
  'TABLE_NAME',
  'TOKEN_ISSUER',
  'TOKEN_AUDIENCE',
  'TOKEN_SUBJECT_CLAIM',
  'PORTAL_ORIGIN',
] as const

const api = (name: string, does: string, grants: readonly Grant[] = reading, memoryMb = 512) => ({
  entry: `functions/${name}/entry.ts`,
  does,
  trigger: { kind: 'api' as const },
  environment: apiEnvironment,
  grants,
  memoryMb,
  timeoutSeconds: 28,
})

const task = (
  name: string,
  substitution: string,
  does: string,
  grants: readonly Grant[],
  machine: MachineName = 'issue-lifecycle',
) => ({
  entry: `functions/${name}/entry.ts`,
  does,
  trigger: { kind: 'task' as const, machine, substitution },
  environment: ['TABLE_NAME'] as const,
  grants,
  memoryMb: 256,
  timeoutSeconds: 15,
})

/**
 * Every function, once. The stack and the one-machine runtime are both typed by these names, so that a new function
 * does not compile until both know it.
 */
export const catalogue = {
  office: {
    ...api('office', 'health, API description, who is signed in, the directory'),
    environment: [...apiEnvironment, 'ZHUQI_SMS_URL'] as const,
  },
  firms: api('firms', 'register and find firms', ['table:read', 'table:write']),
  visits: api('visits', 'record visits and forums with their issues', ['table:read', 'table:write']),
  issues: api('issues', 'read issues, their history and files, and lists'),
  commands: {
    ...api('commands', 'give commands to issues', ['table:read', 'table:write']),
    environment: [...apiEnvironment, 'ZHUQI_SMS_URL', 'ZHUQI_SMS_SECRET'] as const,
  },
  imports: api('imports', 'import a ledger', ['table:read', 'table:write'], 1024),
  track: {
    ...api('track', "the firm's own link", ['table:read', 'table:write']),
    environment: [...apiEnvironment, 'ZHUQI_SMS_URL', 'ZHUQI_SMS_SECRET'] as const,
  },
  referrals: api('referrals', "the banks' side of financing issues", ['table:read', 'table:write']),
  indicators: api('indicators', 'figures of a month'),
  calendar: api('calendar', 'the working calendar, and due times after it has changed', [
    'table:read',
    'table:write',
  ]),
  reference: api('reference', 'dated reference records and who added them', ['table:read', 'table:write']),
  inbox: api('inbox', 'notices of a person and of their unit', ['table:read', 'table:write']),
  advice: api('advice', 'work out what a firm may expect, keeping nothing'),
  audit: {
    ...api('audit', 'the audit trail, for the auditor', ['table:read', 'table:write'], 1024),
    environment: [...apiEnvironment, 'ZHUQI_AUDIT_DAYS'] as const,
  },
  exports: api('exports', 'take exports on, say how far they are, hand out their files', [
    'table:read',
    'table:write',
  ]),
  papers: api(
    'papers',
    'papers for print, and reports that say what they said',
    ['table:read', 'table:write'],
    1024,
  ),
  loadIssue: task('load-issue', 'LoadIssue', 'say where an issue stands', ['table:read']),
  routeIssue: task('route-issue', 'RouteIssue', 'route an issue by the rules', ['table:read', 'table:write']),
  awaitChange: {
    ...task('await-change', 'AwaitChange', 'note what an execution waits for', ['table:read', 'table:write']),
    grants: ['table:read', 'table:write', 'machine:answer'] as const,
  },
  recordDue: task('record-due', 'RecordDue', 'record what time itself brings', ['table:read', 'table:write']),
  loadDelivery: task(
    'load-delivery',
    'LoadDelivery',
    "say where a delivery to a bank's system stands",
    ['table:read'],
    'webhook-delivery',
  ),
  sendWebhook: {
    ...task(
      'send-webhook',
      'SendWebhook',
      "try once to deliver to a bank's system",
      ['table:read', 'table:write'],
      'webhook-delivery',
    ),
    environment: ['TABLE_NAME', 'PORTAL_ORIGIN'] as const,
    timeoutSeconds: 30,
  },
  webhooks: api('webhooks', "addresses of the banks' own systems, and what could not be delivered", [
    'table:read',
    'table:write',
  ]),
  queueWebhooks: {
    entry: 'functions/queue-webhooks/entry.ts',
    does: "queue what a bank's own system is to hear",
    trigger: { kind: 'bus' },
    environment: ['TABLE_NAME'],
    grants: ['table:read', 'table:write'],
    memoryMb: 256,
    timeoutSeconds: 30,
  },
  loadRound: task('load-round', 'LoadRound', 'say where a round stands', ['table:read'], 'bank-referral'),
  advanceRound: task(
    'advance-round',
    'AdvanceRound',
    'invite banks and follow up on them',
    ['table:read', 'table:write'],
    'bank-referral',
  ),
  awaitRound: task(
    'await-round',
    'AwaitRound',
    'note what the execution of a round waits for',
    ['table:read', 'table:write', 'machine:answer'],
    'bank-referral',
  ),
  projector: {
    entry: 'functions/projector/entry.ts',
    does: 'keep the counters equal to what the issues are',
    trigger: { kind: 'stream', batch: 100, windowSeconds: 1 },
    environment: ['TABLE_NAME'],
    grants: ['table:read', 'table:write'],
    memoryMb: 512,
    timeoutSeconds: 60,
  },
  dispatcher: {
    entry: 'functions/dispatcher/entry.ts',
    does: 'wake and start workflows, publish what happened',
    trigger: { kind: 'stream', batch: 25, windowSeconds: 0 },
    environment: ['TABLE_NAME', 'ISSUE_MACHINE_ARN', 'ROUND_MACHINE_ARN', 'WEBHOOK_MACHINE_ARN', 'BUS_NAME'],
    grants: ['table:read', 'table:write', 'machine:start', 'machine:answer', 'bus:publish'],
    memoryMb: 512,
    timeoutSeconds: 60,
  },
  notices: {
    entry: 'functions/notices/entry.ts',
    does: 'tell those whom an event concerns',
    trigger: { kind: 'bus' },
    environment: [
      'TABLE_NAME',
      'PORTAL_ORIGIN',
      'ZHUQI_ROBOT_KIND',
      'ZHUQI_ROBOT_URL',
      'ZHUQI_ROBOT_SECRET',
      'ZHUQI_MAIL_URL',
      'ZHUQI_MAIL_FROM',
    ],
    grants: ['table:read', 'table:write'],
    memoryMb: 256,
    timeoutSeconds: 30,
  },
  exporter: {
    entry: 'functions/exporter/entry.ts',
    does: 'write the files that were asked for',
    trigger: { kind: 'bus' },
    environment: ['TABLE_NAME'],
    grants: ['table:read', 'table:write'],
    memoryMb: 1024,
    timeoutSeconds: 900,
  },
  reconcile: {
    entry: 'functions/reconcile/entry.ts',
    does: 'start a workflow for every open issue and delivery that has none',
    trigger: { kind: 'schedule', everyMinutes: 5 },
    environment: ['TABLE_NAME', 'ISSUE_MACHINE_ARN', 'ROUND_MACHINE_ARN', 'WEBHOOK_MACHINE_ARN'],
    grants: ['table:read', 'machine:start'],
    memoryMb: 512,
    timeoutSeconds: 300,
  },
  sealDays: {
    entry: 'functions/seal-days/entry.ts',
    does: 'seal the days that are over, so that what is changed later shows, and remove lines of the audit that were kept long enough',
    trigger: { kind: 'schedule', everyMinutes: 60 },
    environment: ['TABLE_NAME', 'SEAL_KEY_ARN', 'ZHUQI_AUDIT_DAYS'],
    grants: ['table:read', 'table:write', 'seal:sign'],
    memoryMb: 512,
    timeoutSeconds: 300,
  },
  keepRetention: {
    entry: 'functions/keep-retention/entry.ts',
    does: 'archive and erase what has come to its time',
    trigger: { kind: 'schedule', everyMinutes: 60 },
    environment: ['TABLE_NAME'],
    grants: ['table:read', 'table:write'],
    memoryMb: 512,
    timeoutSeconds: 300,
  },
  firmCare: {
    entry: 'functions/firm-care/entry.ts',
    does: 'warn of certificates of firms that end soon',
    trigger: { kind: 'schedule', everyMinutes: 360 },
    environment: ['TABLE_NAME'],
    grants: ['table:read', 'table:write'],
    memoryMb: 256,
    timeoutSeconds: 300,
  },
} as const satisfies Record<string, CatalogueEntry>

export type FunctionName = keyof typeof catalogue
export const functionNames = Object.keys(catalogue) as FunctionName[]
export const entryOf = (name: FunctionName): CatalogueEntry => catalogue[name]
