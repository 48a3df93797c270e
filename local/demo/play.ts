import { dateAdd, localDate } from '../../core/zone-time.ts'
import { type Cast, type Give, must } from './cast.ts'
import { partOf, type Row } from './parts.ts'
import { bringAbout } from './results.ts'

const inDays = (days: number) => dateAdd(localDate(new Date().toISOString()), days)

/** All rows of a queue, page by page. */
export const readQueue = async ({ api, tokenOf }: Cast, user: string, queue: string): Promise<Row[]> => {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const reply = await api('GET', `/issues?queue=${queue}&limit=100${more}`, { token: await tokenOf(user) })
    if (!reply.ok) throw new Error(`${queue}: ${reply.problem.title}`)
    rows.push(...(reply.body.items as Row[]))
    cursor = reply.body.cursor as string | undefined
  } while (cursor)
  return rows
}

/** The dispatcher's queue: what the rules could not tell, and what was returned. */
export const dispatch = async (cast: Cast, give: Give): Promise<number> => {
  const rows = await readQueue(cast, 'dispatcher', 'dispatcher')
  for (const row of rows) {
    const view = await cast.api('GET', `/issues/${row.id}`, { token: await cast.tokenOf('dispatcher') })
    if (!view.ok) continue
    const issue = view.body.issue as {
      stage: string
      leftToDispatcher?: { suggestion?: string }
      returns?: { department: string }[]
    }
    // Not yet looked at by the workflow: the rules come first.
    if (issue.stage !== 'logged' || !issue.leftToDispatcher) continue
    const department =
      issue.returns?.at(-1)?.department ?? issue.leftToDispatcher.suggestion ?? 'service-centre'
    await give('dispatcher', row.id, 'routeIssue', { department })
  }
  return rows.length
}

const handlerOf = (department: string) => (department === 'service-centre' ? 'dispatcher' : `${department}-1`)

/** A department takes its issues over, speaks with the firm, and says what was done. */
export const handle = async (cast: Cast, give: Give, department: string): Promise<number> => {
  const handler = handlerOf(department)
  const rows = await readQueue(cast, handler, `department:${department}`)
  for (const row of rows) {
    const part = partOf(row)
    if (part.staysOpen && row.stage === 'handling') continue
    if (row.stage === 'assigned') {
      const first = row.version <= 2
      if (part.returnedFirst && first && department !== 'service-centre') {
        await give(handler, row.id, 'returnAssignment', {
          reason: 'notOurs',
          text: '建议由其他部门牵头办理。',
        })
        continue
      }
      await give(handler, row.id, 'acceptAssignment')
    }
    await give(handler, row.id, 'recordContact', { channel: 'phone', text: '已与企业联系人核实情况。' })
    if (part.staysOpen) {
      await give(handler, row.id, 'recordReply', {
        text: '事项较复杂，正在协调，届时再次答复。',
        nextReplyOn: inDays(14),
      })
      continue
    }
    await give(handler, row.id, 'recordReply', { text: '已制定办理方案。' })
    await bringAbout({ cast, give, handler, row, part })
    const { closure, text, reviewOn } = part.ending
    await give(handler, row.id, 'proposeClosure', {
      closure,
      text,
      ...(reviewOn && { reviewOn: inDays(90) }),
      ...(row.category === 'policy' && { cited: ['sample-equipment-upgrade'] }),
    })
  }
  return rows.filter((row) => !partOf(row).staysOpen).length
}

const teamSays = (part: ReturnType<typeof partOf>, steppedUp: boolean) => {
  if (part.disputesFirst && !steppedUp)
    return { command: 'disputeClosure', input: { via: 'call', text: '企业表示问题仍在，请再办。' } }
  const result = part.ending.closure === 'solved' ? 'solved' : 'partly'
  return { command: 'confirmClosure', input: { result, via: 'call', satisfaction: part.satisfaction } }
}

/** The firms say what they think: by their link, or when the team calls. */
export const confirm = async (cast: Cast, give: Give, team: string, official: string): Promise<number> => {
  const rows = await readQueue(cast, official, `team:${team}`)
  const token = await cast.tokenOf(official)
  for (const row of rows) {
    const part = partOf(row)
    const view = await cast.api('GET', `/issues/${row.id}`, { token })
    const steppedUp = view.ok && (view.body.issue as { steppedUp?: number }).steppedUp !== undefined
    const { command, input } = teamSays(part, steppedUp)
    if (!part.byLink || command === 'disputeClosure') {
      await give(official, row.id, command, input)
      continue
    }
    const link = must('link', await cast.api('POST', `/issues/${row.id}/link`, { token, body: {} }))
    const result = part.ending.closure === 'solved' ? 'solved' : 'partly'
    const body = { result, satisfaction: part.satisfaction }
    must('confirmation', await cast.api('POST', '/track/confirmation', { code: String(link.code), body }))
  }
  return rows.length
}

/** Some weeks later someone looks whether it happened. */
export const verify = async (cast: Cast, give: Give, department: string): Promise<void> => {
  const handler = handlerOf(department)
  for (const row of await readQueue(cast, handler, `aftercare:${department}`)) {
    const { verify: seen } = partOf(row).ending
    const view = await cast.api('GET', `/issues/${row.id}`, { token: await cast.tokenOf(handler) })
    const issue = (view.ok ? view.body.issue : {}) as { verification?: unknown; hiring?: unknown }
    // Whether people are still at work is asked thirty days after they came.
    if (seen && !issue.verification && !issue.hiring)
      await give(handler, row.id, 'recordVerification', { ...seen, on: inDays(0) })
  }
}
