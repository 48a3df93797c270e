import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import { isName, machineArn } from './arns.ts'
import { executionsOf } from './executions.ts'
import { type Fault, isFault, serialization, unknownOperation } from './faults.ts'
import { interpreterOf } from './interpreter.ts'
import { loadMachine, type Machine } from './machine.ts'
import { operationsOf } from './operations.ts'
import type { InvokeLambda } from './tasks.ts'

export type { InvokeLambda } from './tasks.ts'

export type StepFunctionsServer = {
  url: string
  port: number
  close(): Promise<void>
  /** Puts a machine in place, or a new definition for executions to come. Throws with the state that cannot run. */
  registerMachine(name: string, definitionJson: string): string
  arnOf(name: string): string
  /** Executions that wait for a token, a time or another try, with no function of theirs at work. */
  waitingCount(): number
  /** The other executions under way: a function is at work for them. */
  runningCount(): number
}

export type StepFunctionsOptions = {
  clock: Clock
  invoke: InvokeLambda
  port?: number
  account?: string
  region?: string
  /** Events kept of one execution. */
  maxHistory?: number
  /** Ended executions that can still be asked about. */
  keepEnded?: number
}

const MOST_BODY_BYTES = 2 * 1024 * 1024

/** AWS's Step Functions API on 127.0.0.1, for the functions' own SDK. Executions live in memory only. */
export async function startStepFunctions(options: StepFunctionsOptions): Promise<StepFunctionsServer> {
  const { clock, invoke, maxHistory = 5_000, keepEnded = 5_000 } = options
  const place = { region: options.region ?? 'us-east-1', account: options.account ?? '000000000000' }
  const machines = new Map<string, Machine>()
  const executions = executionsOf(clock, maxHistory, keepEnded)
  const interpreter = interpreterOf(clock, invoke, executions)

  const register = (name: string, definition: string) => {
    if (!isName(name)) throw new Error(`"${name}" cannot be the name of a state machine`)
    const arn = machineArn(place, name)
    machines.set(name, loadMachine(name, arn, definition))
    return arn
  }
  const now = () => clock.now().getTime()
  const operations = operationsOf({ place, executions, interpreter, machines, register, now })

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const target = String(request.headers['x-amz-target'])
    const [service, name = ''] = target.split('.')
    const isKnown = service === 'AWSStepFunctions' && Object.hasOwn(operations, name)
    const operation = isKnown ? operations[name] : undefined
    const text = await bodyOf(request)
    if (!isOurHost(request.headers.host)) return answer(response, 403, unknownOperation('of another host'))
    if (operation === undefined) return answer(response, 400, unknownOperation(target))
    if (text === undefined) return answer(response, 413, serialization('the request is too large'))
    let body: unknown
    try {
      body = JSON.parse(text)
    } catch {
      return answer(response, 400, serialization('the request is not JSON'))
    }
    const result = operation(body)
    answer(response, isFault(result) ? 400 : 200, result)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // The client hung up: there is nobody to answer.
      if (request.destroyed || response.headersSent) return
      console.error('the local Step Functions server failed', error)
      answer(response, 500, { fault: 'InternalFailure', message: String(error) })
    })
  })
  // Longer than the SDK's agent keeps an idle connection, lest it writes into one that is just being closed.
  server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () => {
      for (const execution of executions.running()) interpreter.abandon(execution)
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
    registerMachine: register,
    arnOf: (name) => machineArn(place, name),
    waitingCount: executions.waitingCount,
    runningCount: executions.runningCount,
  }
}

/** A web page whose name was made to point here still sends its own name. */
function isOurHost(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MOST_BODY_BYTES) chunks.push(chunk)
  }
  return bytes <= MOST_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined
}

function answer(response: ServerResponse, status: number, result: Fault | Record<string, unknown>) {
  const body = isFault(result) ? { __type: result.fault, message: result.message } : result
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
  response.end(JSON.stringify(body))
}
