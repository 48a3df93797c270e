import type { CommandName } from '../../core/issue/commands.ts'
import { theSystem } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import { lastState } from '../../core/retention/due.ts'
import type { Retention } from '../../core/retention/retention.ts'
import { dateAdd, dateAddMonths, localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { giveCommand } from '../lib/give-command.ts'
import type { Log } from '../lib/log.ts'
import { issueFrom } from '../store/issue-rows.ts'
import { keys, retentionKey } from '../store/keys.ts'
import type { Write } from '../store/table.ts'

type State = Parameters<typeof retentionKey>[0]

/** Issues that have stood in a state since at latest that day, the oldest first. */
const standing = async function* ({ table }: Container, state: State, to: string) {
  let after: Readonly<Record<string, string>> | undefined
  do {
    const { wl: pk } = retentionKey(state, '', '')
    const page = await table.query({
      index: 'worklist',
      pk,
      sk: { to: `${to}~` },
      limit: 100,
      ...(after && { after }),
    })
    for (const item of page.items) yield item.pk.slice(keys.issueHead('').pk.length)
    after = page.next
  } while (after)
}

/** By UTC a day of the zone begins the day before; a day more than is due is asked, and the command decides. */
const before = (today: string, months: number) => dateAdd(dateAddMonths(today, -months), 1)

type Step = { state: State; months: keyof Retention & `${string}Months`; command: CommandName }
const steps: readonly Step[] = [
  { state: 'over', months: 'archiveMonths', command: 'archiveRecord' },
  { state: 'archived', months: 'eraseMonths', command: 'erasePersonalData' },
  { state: 'consents', months: 'consentMonths', command: 'erasePersonalData' },
]

/** Refusals that say that it is not time, or no longer the case. */
const notNow = new Set(['notDueYet', 'stillGoingOn', 'wrongStage'])

/** Archives and erases what has come to its time, so many commands at most. One that fails holds up no other. */
export const keepPastIssues = async (container: Container, rule: Retention, most: number, log?: Log) => {
  const today = localDate(container.now())
  const done = { archived: 0, erased: 0, failed: 0 }
  for (const { state, months, command } of steps) {
    // First the list, then the work: the work takes issues out of the list that is being read.
    const ids: string[] = []
    for await (const id of standing(container, state, before(today, rule[months]))) {
      ids.push(id)
      if (ids.length >= most) break
    }
    for (const id of ids) {
      const result = await giveCommand(container, { command, id, input: {}, principal: theSystem }).catch(
        (error: unknown) => error as Error,
      )
      const failed = result instanceof Error || (isRefusal(result) && !notNow.has(result.refused))
      if (failed) {
        done.failed++
        log?.fault('retentionFailed', result instanceof Error ? result : new Error(result.refused), {
          issueId: id,
        })
      } else if (!isRefusal(result) && result.answer.events.length > 0) {
        done[command === 'archiveRecord' ? 'archived' : 'erased']++
      }
    }
  }
  return done
}

/** Issues that were over before there was such a list are entered into it, a month at a time. */
export const enterPastIssues = async ({ table }: Container, month: string): Promise<void> => {
  let after: Readonly<Record<string, string>> | undefined
  do {
    const page = await table.query({ pk: keys.member(month, '').pk, limit: 100, ...(after && { after }) })
    const heads = await table.getMany(page.items.map(({ sk }) => keys.issueHead(sk)))
    for (const row of heads) {
      const { issue, version } = issueFrom(row)
      const last = row.wl === undefined ? lastState(issue) : undefined
      if (!last) continue
      const put = { ...row, ...retentionKey(last.state, last.since, issue.id) }
      const write: Write = { put, when: { version } }
      // A race that is lost here was won by a command, which writes the head with its place.
      await table.transact([write])
    }
    after = page.next
  } while (after)
}
