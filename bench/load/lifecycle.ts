import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Send } from './http.ts'
import type { LifecycleJob } from './job.ts'

export const steps = ['log', 'route', 'accept', 'propose', 'confirm'] as const
export type StepName = (typeof steps)[number]

/** How often a client that waits for the workflow looks again, in milliseconds. */
const lookAgainMs = 50

/** What the rules cannot route (the dispatcher does), and what they can. */
const contents = {
  dispatcher: '消防验收的补正资料一再退回，希望一次性告知还缺哪些材料，以免影响新线投产。',
  workflow: '厂区门口道路破损，货车进出困难，雨天积水，希望尽快修复并告知工期。',
}

let number = 0
const mark = randomUUID().slice(0, 8)

type Called = (name: StepName | 'look', ms: number) => void
type Way = Pick<LifecycleJob, 'tokens' | 'firms' | 'routedBy'>

/** One issue from logged to confirmed, each step given by whoever gives it in an office. */
export const oneLifecycle = async (send: Send, { tokens, firms, routedBy }: Way, called: Called) => {
  const call = async (name: StepName, token: string, path: string, input: unknown, keyed = true) => {
    const started = performance.now()
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(keyed && { 'idempotency-key': randomUUID() }),
    }
    const { status, text } = await send('POST', path, headers, JSON.stringify(input))
    called(name, performance.now() - started)
    if (status >= 300) throw new Error(`${name} was answered ${status}: ${text}`)
    return text
  }
  const routed = async (id: string) => {
    for (;;) {
      const started = performance.now()
      const { text } = await send('GET', `/api/v1/issues/${id}`, {
        authorization: `Bearer ${tokens.dispatcher}`,
      })
      called('look', performance.now() - started)
      if (text.includes('"stage":"assigned"')) return
      await pause(lookAgainMs)
    }
  }

  const serial = number++
  const uscc = firms[serial % firms.length] ?? ''
  const content = `${contents[routedBy]}（编号 ${mark}-${serial}）`
  const logged = await call('log', tokens.official, '/api/v1/issues', {
    firm: { uscc },
    category: 'other',
    content,
  })
  const { id } = JSON.parse(logged) as { id: string }
  const command = (name: string) => `/api/v1/issues/${id}/commands/${name}`
  if (routedBy === 'workflow') await routed(id)
  // No key here: this stands for the transaction that the workflow makes, which carries none.
  else await call('route', tokens.dispatcher, command('routeIssue'), { department: 'parks' }, false)
  await call('accept', tokens.handler, command('acceptAssignment'), {})
  await call('propose', tokens.handler, command('proposeClosure'), {
    closure: 'solved',
    text: '已与相关单位现场会商，所缺材料一次性列出并已补齐，企业表示满意。',
  })
  await call('confirm', tokens.official, command('confirmClosure'), {
    result: 'solved',
    via: 'phone',
    satisfaction: 'satisfied',
  })
}
