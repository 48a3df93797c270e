import { isRefusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import { type Container, withFreshReference } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { addReference } from '../lib/reference.ts'
import { recomputeOpenIssues } from './recompute.ts'

const viewOf = async (container: Container) => {
  const { version, years, hours } = await container.calendar()
  return { version, years, hours }
}

export const calendarOperations = (container: Container): OperationsIn<'calendar'> => ({
  getCalendar: async () => ({ body: await viewOf(container) }),

  setCalendarYear: async ({ body: { calendar, validFrom } }) => {
    const from = validFrom ?? localDate(container.now())
    const record = { id: String(calendar.year), validFrom: from, source: calendar.source, calendar }
    const added = await addReference(container.table, { calendarYear: [record] })
    if (added === 0)
      return refuse('recordExists', { fields: [{ pointer: '/validFrom', message: '这一天起已有一条记录' }] })
    return { body: await viewOf(withFreshReference(container)) }
  },

  recompute: async ({ body }) => {
    const result = await recomputeOpenIssues(container, body.cursor)
    return isRefusal(result) ? result : { body: result }
  },
})
