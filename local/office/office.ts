import { machineNames } from '../../core/api/workflow.ts'
import { validOn } from '../../core/reference/records.ts'
import { localDate } from '../../core/zone-time.ts'
import { makeAudit } from '../../functions/lib/audit/audit.ts'
import { makeSessions } from '../../functions/lib/auth/sessions.ts'
import { makeTokenVerifier } from '../../functions/lib/auth/verify-token.ts'
import { makeContainer, secondsInstant } from '../../functions/lib/container.ts'
import { type FirmDeletion, takeDownAgain } from '../../functions/lib/firm-deletion.ts'
import { makeLimits } from '../../functions/lib/limits/limits.ts'
import { makeLog } from '../../functions/lib/log.ts'
import type { Messenger } from '../../functions/lib/messenger.ts'
import { makeWorkflows } from '../../functions/lib/workflows.ts'
import { reconcile } from '../../functions/reconcile/reconcile.ts'
import { makeDynamoTable } from '../../functions/store/dynamo-table.ts'
import type { Table } from '../../functions/store/table.ts'
import { fileSealer, publicKeyFile, readPublicKey } from '../audit/seal-key.ts'
import { startChangeFeed } from '../change-feed/change-feed.ts'
import { observeEvents } from '../change-feed/observed-table.ts'
import { wallClock } from '../clock.ts'
import { type Engine, memoryEngine, openEngine } from '../engine/engine.ts'
import { sweepExpired } from '../engine/sweep.ts'
import { serve } from '../http/server.ts'
import { noteErasure, readErasures } from '../keepsafe/erasures.ts'
import { asksWhoItIs } from '../sign-in/door.ts'
import { makeOidcProvider } from '../sign-in/provider.ts'
import { startStepFunctions } from '../step-functions/server.ts'
import { atLoopback } from './address.ts'
import { apiFunctions, consumersOf, invokeTask, type Ready } from './calls.ts'
import { openClient, tableName, workflowClient } from './clients.ts'
import { localFunctions } from './functions.ts'
import { machineDefinition } from './machine.ts'
import { inBackground } from './messages.ts'
import { mountsOf } from './mounts.ts'
import { endingEverywhere, openDoor, ownTokens } from './open-door.ts'
import type { OfficeOptions, Side } from './options.ts'
import { fillOwnOffice, isSampleOffice } from './own-office.ts'
import { portalFiles } from './portal-files.ts'
import { loadSampleOffice } from './sample-office.ts'
import { keepSchedules } from './schedules.ts'

export type Office = Awaited<ReturnType<typeof startOffice>>

const audience = 'zhuqi-api'

const openEngineFor = ({ dataDir, onEngineExit }: OfficeOptions): Promise<Engine> =>
  dataDir === undefined
    ? memoryEngine()
    : openEngine({ dataDir, ...(onEngineExit && { onExit: () => onEngineExit() }) })

const noteIn = (dataDir: string) => (deletion: FirmDeletion) => noteErasure(dataDir, deletion)

/** The whole office in one process: engine, workflows, consumers, sign-in, API and portal. */
export const startOffice = async (options: OfficeOptions) => {
  const clock = options.clock ?? wallClock()
  const log = options.log ?? makeLog('office')
  const onFault = (error: unknown) => log.fault('recordFailed', error)
  const address = options.address ?? atLoopback(options.port ?? 3000)
  const { origin } = address
  const issuer = `${origin}/oidc`
  const outside = options.signIn?.outside

  const engine = await openEngineFor(options)
  const client = await openClient(engine.endpoint).catch(async (error: unknown) => {
    await engine.stop()
    throw error
  })
  const { onConsumed } = options
  const tableOf = (side: Side) =>
    makeDynamoTable(
      client,
      tableName,
      onConsumed && ((operation, consumed) => onConsumed(side, operation, consumed)),
    )
  const plainTable = tableOf('consumers')
  let feed: Awaited<ReturnType<typeof startChangeFeed>> | undefined
  const observed = (table: Table) =>
    observeEvents(
      table,
      (events) => feed?.take(events),
      (events) => feed?.doubt(events),
    )
  const audit = makeAudit({
    table: tableOf('audit'),
    now: () => secondsInstant(clock.now()),
    onFault: (error, waiting) => log.fault('auditBehind', error, { waiting }),
  })
  const kept = makeSessions({
    table: tableOf('audit'),
    audit,
    now: () => secondsInstant(clock.now()),
  })
  const stopped = async (error: unknown) => {
    await engine.stop()
    throw error
  }
  let forgetSession = async (_: string) => {}
  const sessions = endingEverywhere(kept, (session) => forgetSession(session))
  const containerOn = (table: Table) =>
    makeContainer({ table: observed(table), now: () => clock.now(), audit, sessions })
  const container = containerOn(tableOf('requests'))
  const background = containerOn(plainTable)
  const ofSamples = await isSampleOffice(container, {
    address,
    settings: options.signIn,
    directory: options.directory,
  }).catch(stopped)
  if (ofSamples) await loadSampleOffice(container)
  else await fillOwnOffice(container, options.directory).catch(stopped)
  const door = openDoor({
    table: tableOf('audit'),
    audit,
    now: () => secondsInstant(clock.now()),
    settings: options.signIn,
    ofSamples,
  })

  let functions: Ready | undefined
  const ready = (): Ready => {
    if (!functions) throw new Error('the office is not open yet')
    return functions
  }
  const steps = await startStepFunctions({ clock, invoke: invokeTask(ready) })
  for (const name of machineNames) steps.registerMachine(name, machineDefinition(name))
  const machineArn = steps.arnOf('issue-lifecycle')
  const workflows = makeWorkflows(workflowClient(steps.url), {
    issue: machineArn,
    round: steps.arnOf('bank-referral'),
    webhook: steps.arnOf('webhook-delivery'),
  })

  const users = async () => {
    const { user } = await container.reference()
    return validOn(user, localDate(container.now()))
  }
  const keyDir = options.dataDir ?? options.keyDir
  if (keyDir === undefined) throw new Error('an office needs a folder for its keys')
  const signIn = await makeOidcProvider({
    issuer,
    origin,
    dataDir: keyDir,
    users,
    report: onFault,
    onSessionEnd: kept.end,
    door,
  })
  forgetSession = signIn.forgetSession
  const elsewhere = options.tokens ?? outside
  const verify = elsewhere
    ? makeTokenVerifier(elsewhere)
    : ownTokens({ issuer, audience, jwksUri: `${issuer}/jwks` }, door, users)
  const behind = (messenger: Messenger | undefined) =>
    messenger && inBackground(messenger, (error) => log.fault('messageNotSent', error))
  const sealer = fileSealer(keyDir)
  functions = localFunctions({
    container,
    background,
    workflows,
    verify,
    // What listens to the bus follows the change feed itself.
    publish: async () => {},
    messenger: behind(options.messenger),
    mailer: behind(options.mailer),
    sms: options.sms,
    log,
    settings: { portalOrigin: origin, webhookTimeoutMs: options.webhookTimeoutMs },
    onDeletion: options.dataDir === undefined ? undefined : noteIn(options.dataDir),
    sealer,
    sealKeys: new Map([[sealer.key, readPublicKey(publicKeyFile(keyDir))]]),
    auditDays: options.auditDays,
    limits: options.limits ?? makeLimits(),
  })
  let site: Awaited<ReturnType<typeof serve>> | undefined
  feed = await startChangeFeed({
    table: plainTable,
    now: container.now,
    onFault,
    busy: () => site?.busy() ?? false,
    consumers: consumersOf(functions, log),
  })

  site = await serve({
    address,
    functions: apiFunctions(functions),
    mounts: mountsOf({
      issuer,
      outside,
      signIn: signIn.handle,
      door,
      users,
      idleMinutes: options.idleMinutes,
    }),
    portal: portalFiles(outside && new URL(outside.issuer).origin),
    onFault: (error) => log.fault('requestFailed', error),
  })
  // Executions lived in the process that is gone; every open issue gets a new one.
  const restarted = await reconcile({ container: background, workflows, graceMs: 0 })
  if (restarted.started > 0) log.info('reconciled', restarted)
  // A restored office learns of what firms had deleted since; the duty that follows carries it out.
  for (const deletion of options.dataDir === undefined ? [] : readErasures(options.dataDir)) {
    await takeDownAgain(background, deletion)
  }
  const schedules = keepSchedules({
    reconcile: () => reconcile({ container: background, workflows }),
    sealDays: functions.sealDays.scheduled,
    firmCare: functions.firmCare.scheduled,
    keepRetention: functions.keepRetention.scheduled,
    sweep: (over) => sweepExpired({ client, tableName, now: clock.now(), over }),
    onFault,
  })
  await Promise.all([schedules.caredFor, schedules.retained])

  return {
    origin,
    /** Where the engine answers on this machine. */
    engineEndpoint: engine.endpoint,
    container,
    plainTable,
    functions,
    workflows,
    steps,
    machineArn,
    feed,
    restarted,
    accounts: door.accounts,
    /** Sample users may be chosen, as it was when the office opened. */
    forSamples: !outside && !(await asksWhoItIs(door)),
    token: signIn.mintToken,
    clientSecret: signIn.clientSecret,
    close: async () => {
      schedules.stop()
      await site.close()
      await audit.settled()
      await feed.stop()
      await steps.close()
      await engine.stop()
    },
  }
}
