import type { Stage } from '../../core/words.ts'
import { type Ask, until } from './office.ts'

type People = {
  ask: Ask
  command: (user: string, id: string, name: string, input?: unknown, headers?: object) => ReturnType<Ask>
}
type Cast = { official: string; handler: string; category: string; content: string }

/** Two units of the sample office that have nothing to do with each other, and a colleague of the first: who logs, who handles, and what it is about. */
export const units = {
  own: { official: 'official-1', handler: 'parks-1', category: 'other', content: '路灯不亮' },
  same: { official: 'official-2', handler: 'parks-2', category: 'other', content: '路灯闪烁' },
  other: { official: 'official-3', handler: 'talent-1', category: 'hiring', content: '缺数控车工' },
} as const satisfies Record<string, Cast>
export type Unit = keyof typeof units

export const aFirm = '91511099MA6100017L'
export const anotherFirm = '91511099MA6100025F'

/** Issues brought to a stage through the API, each with words of its own so that none repeats another. */
export const stories = ({ ask, command }: People) => {
  let told = 0

  const request = (unit: Unit = 'own', more: Record<string, unknown> = {}) => ({
    firm: { uscc: aFirm },
    category: units[unit].category,
    content: `厂区${units[unit].content}，第${++told}次反映。`,
    ...more,
  })

  const stageOf = async (id: string) => {
    const { body } = await ask('dispatcher', 'GET', `/issues/${id}`)
    return (body.issue as { stage: Stage } | undefined)?.stage
  }
  const reaches = (id: string, stage: Stage) =>
    until(async () => (await stageOf(id)) === stage, `${id} at ${stage}`)

  const logged = async (unit: Unit = 'own', more: Record<string, unknown> = {}) => {
    const reply = await ask(units[unit].official, 'POST', '/issues', request(unit, more))
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
    return String(reply.body.id)
  }

  const done = async (by: string, id: string, name: string, input: unknown = {}) => {
    const reply = await command(by, id, name, input)
    if (reply.status !== 200) throw new Error(`${name}: ${JSON.stringify(reply.body)}`)
  }

  const way: [Stage, (id: string, unit: Unit) => Promise<unknown>][] = [
    ['assigned', (id) => reaches(id, 'assigned')],
    ['handling', (id, unit) => done(units[unit].handler, id, 'acceptAssignment')],
    [
      'confirming',
      (id, unit) => done(units[unit].handler, id, 'proposeClosure', { closure: 'solved', text: '已解决。' }),
    ],
    [
      'closed',
      (id, unit) => done(units[unit].official, id, 'confirmClosure', { result: 'solved', via: 'call' }),
    ],
  ]

  /** An issue of a unit at this stage, as a usual course of things leads there. */
  const issueAt = async (stage: Stage, unit: Unit = 'own', more: Record<string, unknown> = {}) => {
    const id = await logged(unit, more)
    const last = way.findIndex(([reached]) => reached === stage)
    for (const [, go] of way.slice(0, last + 1)) await go(id, unit)
    return id
  }

  return { request, logged, issueAt, reaches, stageOf }
}
