import type { TokenCheck } from '../../functions/lib/auth/verify-token.ts'
import type { Limits } from '../../functions/lib/limits/limits.ts'
import type { Log } from '../../functions/lib/log.ts'
import type { Messenger } from '../../functions/lib/messenger.ts'
import type { Sms } from '../../functions/lib/sms.ts'
import type { Consumed } from '../../functions/store/dynamo-table.ts'
import type { Clock } from '../clock.ts'
import type { Address } from './address.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** Functions of the API; the consumers, workflow tasks and schedules behind them; and what is put on record. */
export type Side = 'requests' | 'consumers' | 'audit'

export type OfficeOptions = {
  /** Where the data stands; absent: an engine that forgets everything. */
  dataDir?: string
  /** Where keys stand when there is no data folder to keep them in. */
  keyDir?: string
  port?: number
  /** Where it listens and what people type, where that is not this machine's own address. */
  address?: Address | undefined
  /** How people sign in; absent: sample users, until somebody has an account. */
  signIn?: SignInSettings | undefined
  /** The office's own directory, as `recordsOfFile` reads it: with one, or with `signIn`, there is nothing of the sample. */
  directory?: unknown
  clock?: Clock
  log?: Log
  /** What the engine says that each side has used: requests of people, or what follows from them. */
  onConsumed?: (side: Side, operation: 'read' | 'write', consumed: Consumed) => void
  onEngineExit?: () => void
  /** How fast one caller may ask, where it is not the usual. */
  limits?: Limits | undefined
  /** The provider whose tokens count, where it is not the office's own. */
  tokens?: TokenCheck | undefined
  /** A way out of the office for notices, where one is configured. */
  messenger?: Messenger | undefined
  mailer?: Messenger | undefined
  /** Where the office can send text messages. */
  sms?: Sms | undefined
  /** For how long lines of the audit are kept; absent: for good. */
  auditDays?: number | undefined
  /** How long a bank's own system may take to answer, in wall time. */
  webhookTimeoutMs?: number | undefined
  /** After so long without input the portal ends the session. */
  idleMinutes?: number | undefined
}
