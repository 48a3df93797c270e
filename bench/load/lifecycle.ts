import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Send } from './http.ts'
import type { LifecycleJob, Tokens } from './job.ts'

/** How often a client that waits for the workflow looks again, in milliseconds. */
const lookAgainMs = 50

/** What the rules cannot route (the dispatcher does), and what they can. */
const contents = {
  dispatcher: '消防验收的补正资料一再退回，希望一次性告知还缺哪些材料，以免影响新线投产。',
  workflow: '厂区门口道路破损，货车进出困难，雨天积水，希望尽快修复并告知工期。',
}

export const issueOf = (uscc: string, routedBy: LifecycleJob['routedBy'], number: string) => ({
  firm: { uscc },
  category: 'other' as const,
  content: `${contents[routedBy]}（编号 ${number}）`,
})

type Step = { command: string; who: keyof Tokens; input: Record<string, unknown>; keyed: boolean }

/** The four steps after logging. The route stands for the workflow's own transaction, which carries no key. */
export const steps: readonly Step[] = [
  { command: 'routeIssue', who: 'dispatcher', input: { department: 'parks' }, keyed: false },
  { command: 'acceptAssignment', who: 'handler', input: {}, keyed: true },
  {
    command: 'proposeClosure',
    who: 'handler',
    input: {
      closure: 'solved',
      text: '已与相关单位现场会商，所缺材料一次性列出并已补齐，企业表示满意。',
    },
    keyed: true,
  },
  {
    command: 'confirmClosure',
    who: 'official',
    input: { result: 'solved', via: 'call', satisfaction: 'satisfied' },
    keyed: true,
  },
]

let serial = 0
const process = randomUUID().slice(0, 8)

type Called = (name: string, ms: number) => void | Promise<void>

/** Calls of one client, each timed under the name of what was asked. */
const caller = (send: Send, tokens: Tokens, called: Called) => ({
  post: async (name: string, who: keyof Tokens, path: string, input: unknown, keyed: boolean) => {
    const headers = {
      authorization: `Bearer ${tokens[who]}`,
      'content-type': 'application/json',
      ...(keyed && { 'idempotency-key': randomUUID() }),
    }
    const body = JSON.stringify(input)
    const started = performance.now()
    const { status, text } = await send('POST', `/api/v1${path}`, headers, body)
    await called(name, performance.now() - started)
    if (status >= 300) throw new Error(`${name} was answered ${status}: ${text}`)
    return text
  },
  untilAssigned: async (id: string) => {
    const headers = { authorization: `Bearer ${tokens.dispatcher}` }
    const started = performance.now()
    while (!(await send('GET', `/api/v1/issues/${id}`, headers)).text.includes('"stage":"assigned"'))
      await pause(lookAgainMs)
    await called('routed by the workflow', performance.now() - started)
  },
})

/** One issue from logged to confirmed, each step given by whoever gives it in an office. */
export const oneLifecycle = async (send: Send, job: LifecycleJob, called: Called): Promise<void> => {
  const { post, untilAssigned } = caller(send, job.tokens, called)
  const number = serial++
  const uscc = job.firms[number % job.firms.length] ?? ''
  const issue = issueOf(uscc, job.routedBy, `${process}-${number}`)
  const { id } = JSON.parse(await post('logIssue', 'official', '/issues', issue, true)) as { id: string }
  for (const { command, who, input, keyed } of steps) {
    if (command === 'routeIssue' && job.routedBy === 'workflow') await untilAssigned(id)
    else await post(command, who, `/issues/${id}/commands/${command}`, input, keyed)
  }
}
