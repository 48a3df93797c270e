import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as calendar from '../../../core/api/calendar.ts'
import type * as reference from '../../../core/api/reference.ts'
import type { ReferenceKind } from '../../../core/reference/records.ts'
import { call } from './call.ts'

export type ReferenceList = z.infer<typeof reference.ReferenceList>
export type AnyRecord = ReferenceList['items'][number]
export type CalendarView = z.infer<typeof calendar.CalendarView>
export type Recomputed = calendar.Recomputed

const hasItems = (value: unknown) =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)

export const referenceQuery = (kind: ReferenceKind) =>
  infiniteQueryOptions({
    queryKey: ['reference', kind],
    queryFn: ({ pageParam }) =>
      call<ReferenceList>({ path: `/reference/${kind}`, query: { limit: 200, cursor: pageParam } }, hasItems),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  })

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => call<CalendarView>({ path: '/calendar' }),
})
