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

const ofTable: readonly Grant[] = ['table:read', 'table:write']

export const apiEnvironment = [
  'TABLE_NAME',
  'TOKEN_ISSUER',
  'TOKEN_AUDIENCE',
  'TOKEN_SUBJECT_CLAIM',
  'PORTAL_ORIGIN',
] as const

/** A function behind the API; also who only reads writes: refusals, sign-ins and what was shown to whom go on record. */
export const api = (name: string, does: string, memoryMb = 512) => ({
  entry: `functions/${name}/entry.ts`,
  does,
  trigger: { kind: 'api' as const },
  environment: apiEnvironment,
  grants: ofTable,
  memoryMb,
  timeoutSeconds: 28,
})

/** A function that a machine calls, under the name that the machine's file uses. */
export const task = (
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
