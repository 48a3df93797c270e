import { Logger } from '@aws-lambda-powertools/logger'

/** Every message that a function may log: a closed list, each with its code; no names, numbers or free text. */
export const logMessages = {
  requestFailed: 'ZQ001 a request failed for a reason of ours',
  taskFailed: 'ZQ002 a workflow task failed',
  recordFailed: 'ZQ003 an event record was not taken in and will come again',
  executionStarted: 'ZQ004 a workflow was started again',
  reconciled: 'ZQ005 open issues were looked over',
  counterConflict: 'ZQ006 counters were busy and will be tried again',
  daySealed: 'ZQ008 a day was sealed; keep its digest where nobody who writes the table can reach it',
  auditBehind: 'ZQ009 lines of the audit could not be written yet and are tried again',
  refused: 'ZQ010 a request was refused',
  messageNotSent: 'ZQ007 a message to the outside did not arrive and is not sent again',
  caredForFirms: 'ZQ011 certificates that end soon were looked over',
  auditExpired: 'ZQ012 lines of the audit were kept long enough and removed',
  retentionKept: 'ZQ013 what has come to its time was archived and erased',
  retentionFailed: 'ZQ014 an issue could not be archived or erased; it is tried again',
} as const
export type LogCode = keyof typeof logMessages

type Facts = Readonly<Record<string, string | number | boolean>>

export type Log = {
  info(code: LogCode, facts?: Facts): void
  fault(code: LogCode, error: unknown, facts?: Facts): void
}

export const makeLog = (service: string): Log => {
  const logger = new Logger({ serviceName: service })
  return {
    info: (code, facts = {}) => logger.info(logMessages[code], facts),
    fault: (code, error, facts = {}) => logger.error(logMessages[code], { ...facts, error: error as Error }),
  }
}

export const silentLog: Log = { info: () => {}, fault: () => {} }
