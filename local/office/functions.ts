import { advanceRoundTask } from '../../functions/advance-round/task.ts'
import { adviceOperations } from '../../functions/advice/operations.ts'
import { auditOperations } from '../../functions/audit/operations.ts'
import { awaitChangeTask } from '../../functions/await-change/task.ts'
import { awaitRoundTask } from '../../functions/await-round/task.ts'
import { calendarOperations } from '../../functions/calendar/operations.ts'
import type { FunctionName } from '../../functions/catalogue.ts'
import { commandOperations } from '../../functions/commands/operations.ts'
import { dispatcherConsumer } from '../../functions/dispatcher/consumer.ts'
import { exporterHandler } from '../../functions/exporter/handler.ts'
import { exportOperations } from '../../functions/exports/operations.ts'
import { careForFirms } from '../../functions/firm-care/care.ts'
import { firmOperations } from '../../functions/firms/operations.ts'
import { importOperations } from '../../functions/imports/operations.ts'
import { inboxOperations } from '../../functions/inbox/operations.ts'
import { indicatorOperations } from '../../functions/indicators/operations.ts'
import { issueOperations } from '../../functions/issues/operations.ts'
import { keepRetention } from '../../functions/keep-retention/keep-retention.ts'
import type { OnDeletion } from '../../functions/keep-retention/passing.ts'
import type { Sealer } from '../../functions/lib/audit/seal.ts'
import type { SealKeys } from '../../functions/lib/audit/verify-day.ts'
import type { Container } from '../../functions/lib/container.ts'
import { type HttpHandler, httpFunction } from '../../functions/lib/http/function.ts'
import type { VerifyToken } from '../../functions/lib/http/sign-in.ts'
import type { Limits } from '../../functions/lib/limits/limits.ts'
import type { Log } from '../../functions/lib/log.ts'
import type { Messenger } from '../../functions/lib/messenger.ts'
import type { BusHandler, PublishEvents } from '../../functions/lib/publish.ts'
import type { Sms } from '../../functions/lib/sms.ts'
import { onLoopback } from '../../functions/lib/webhook/on-loopback.ts'
import type { Workflows } from '../../functions/lib/workflows.ts'
import { loadDeliveryTask } from '../../functions/load-delivery/task.ts'
import { loadIssueTask } from '../../functions/load-issue/task.ts'
import { loadRoundTask } from '../../functions/load-round/task.ts'
import { noticesHandler } from '../../functions/notices/handler.ts'
import { officeOperations } from '../../functions/office/operations.ts'
import { paperOperations } from '../../functions/papers/operations.ts'
import { projectorConsumer } from '../../functions/projector/consumer.ts'
import { queueWebhooksHandler } from '../../functions/queue-webhooks/handler.ts'
import { reconcile } from '../../functions/reconcile/reconcile.ts'
import { recordDueTask } from '../../functions/record-due/task.ts'
import { referenceOperations } from '../../functions/reference/operations.ts'
import { referralOperations } from '../../functions/referrals/operations.ts'
import { routeIssueTask } from '../../functions/route-issue/task.ts'
import { sealClosedDays } from '../../functions/seal-days/seal-days.ts'
import { sendWebhookTask } from '../../functions/send-webhook/task.ts'
import { trackOperations } from '../../functions/track/operations.ts'
import { visitOperations } from '../../functions/visits/operations.ts'
import { webhookOperations } from '../../functions/webhooks/operations.ts'
import type { Consumer } from '../change-feed/pump.ts'

export type FunctionParts = {
  /** Behind the functions of the API. */
  container: Container
  /** Behind all that follows from events and time, so that what the two cost can be told apart. */
  background: Container
  workflows: Workflows
  verify: VerifyToken
  publish: PublishEvents
  /** Where an office has configured one. */
  messenger: Messenger | undefined
  mailer: Messenger | undefined
  sms: Sms | undefined
  log: Log
  /** `webhookTimeoutMs`: how long a bank's system may take to answer. */
  settings: { portalOrigin: string; webhookTimeoutMs?: number | undefined }
  /** How fast one caller may ask. */
  limits: Limits | undefined
  /** For how long lines of the audit are kept; absent: for good. */
  auditDays?: number | undefined
  /** Told of firms' requests for deletion that were carried out. */
  onDeletion?: OnDeletion | undefined
  /** Seals the days that are over. */
  sealer: Sealer
  /** With which the seals of this office can be checked. */
  sealKeys: SealKeys
}

type Task = (payload: unknown) => Promise<unknown>
type Local =
  | { api: HttpHandler }
  | { task: Task }
  | { consumer: Consumer }
  | { scheduled: () => Promise<unknown> }
  | { bus: BusHandler }

/** Every function of the catalogue as it runs in this process: the very code of the cloud, with these parts. */
export const localFunctions = (parts: FunctionParts) => {
  const { container, background, workflows, log, publish } = parts
  return {
    office: { api: httpFunction(parts, officeOperations(container, parts.sms !== undefined)) },
    firms: { api: httpFunction(parts, firmOperations(container)) },
    visits: { api: httpFunction(parts, visitOperations(container)) },
    issues: { api: httpFunction(parts, issueOperations(container)) },
    commands: {
      api: httpFunction(parts, commandOperations(container, { ...parts.settings, sms: parts.sms })),
    },
    imports: { api: httpFunction(parts, importOperations(container)) },
    track: { api: httpFunction(parts, trackOperations(parts)) },
    referrals: { api: httpFunction(parts, referralOperations(container, parts.settings)) },
    indicators: { api: httpFunction(parts, indicatorOperations(container)) },
    calendar: { api: httpFunction(parts, calendarOperations(container)) },
    advice: { api: httpFunction(parts, adviceOperations(container)) },
    reference: { api: httpFunction(parts, referenceOperations(container)) },
    inbox: { api: httpFunction(parts, inboxOperations(container)) },
    papers: { api: httpFunction(parts, paperOperations(container)) },
    exports: { api: httpFunction(parts, exportOperations(container)) },
    audit: { api: httpFunction(parts, auditOperations(container, parts)) },
    webhooks: { api: httpFunction(parts, webhookOperations(container, parts.settings)) },
    loadDelivery: { task: loadDeliveryTask(background) },
    sendWebhook: {
      task: sendWebhookTask(background, {
        onLoopback: onLoopback(parts.settings.portalOrigin),
        timeoutMs: parts.settings.webhookTimeoutMs,
      }),
    },
    queueWebhooks: { bus: queueWebhooksHandler(background) },
    loadIssue: { task: loadIssueTask(background) },
    routeIssue: { task: routeIssueTask(background) },
    awaitChange: { task: awaitChangeTask(background, workflows) },
    recordDue: { task: recordDueTask(background) },
    loadRound: { task: loadRoundTask(background) },
    advanceRound: { task: advanceRoundTask(background) },
    awaitRound: { task: awaitRoundTask(background, workflows) },
    projector: { consumer: projectorConsumer(background, log) },
    dispatcher: { consumer: dispatcherConsumer({ container: background, workflows, publish, log }) },
    notices: { bus: noticesHandler({ ...parts, container: background }) },
    exporter: { bus: exporterHandler(background) },
    keepRetention: { scheduled: () => keepRetention(background, log, parts.onDeletion) },
    firmCare: { scheduled: () => careForFirms(background) },
    reconcile: { scheduled: () => reconcile({ container: background, workflows }) },
    sealDays: { scheduled: () => sealClosedDays(background, parts.sealer, log, parts.auditDays) },
  } satisfies Record<FunctionName, Local>
}
