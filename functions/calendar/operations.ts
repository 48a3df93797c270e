import type { ReferenceRecord } from '../../core/reference/records.ts'
import { isRefusal } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import { type Container, withFreshReference } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { addRecord } from '../lib/reference-register.ts'
import { answerOnce } from '../lib/repeats.ts'
import { keyed } from '../store/answers.ts'
import { canonical } from '../store/chain.ts'
import { recomputeOpenIssues } from './recompute.ts'

const viewOf = async (container: Container) => {
  const { version, years, hours } = await container.calendar()
  return { version, years, hours }
}

/** The very same record, entered a moment earlier by this same request. */
const standsThere = async (container: Container, record: ReferenceRecord<'calendarYear'>) => {
  const { calendarYear } = await container.reference()
  const there = calendarYear.find((one) => one.id === record.id && one.validFrom === record.validFrom)
  return canonical(there) === canonical(record)
}

export const calendarOperations = (container: Container): OperationsIn<'calendar'> => ({
  getCalendar: async () => ({ body: await viewOf(container) }),

  setCalendarYear: async ({ principal, body, idempotencyKey }) => {
    const { calendar, validFrom } = body
    const from = validFrom ?? localDate(container.now())
    const record = { id: String(calendar.year), validFrom: from, source: calendar.source, calendar }
    const once = keyed(principal.id, 'setCalendarYear', idempotencyKey, body)
    const result = await answerOnce(container, once, async () => {
      const added = await addRecord(container, principal, 'calendarYear', record)
      const fresh = withFreshReference(container)
      if (!isRefusal(added) || (await standsThere(fresh, record))) return { answer: await viewOf(fresh) }
      return added
    })
    return isRefusal(result) ? result : { body: result.answer }
  },

  recompute: async ({ principal, body, idempotencyKey }) => {
    const once = keyed(principal.id, 'recompute', idempotencyKey, body)
    const result = await answerOnce(container, once, async () => {
      const done = await recomputeOpenIssues(container, body.cursor)
      return isRefusal(done) ? done : { answer: done }
    })
    return isRefusal(result) ? result : { body: result.answer }
  },
})
