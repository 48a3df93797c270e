import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as audit from '../../../core/api/audit.ts'
import { call } from './call.ts'

export type AuditDayRow = z.infer<typeof audit.AuditDayList>['items'][number]
export type AuditDay = z.infer<typeof audit.AuditDay>
export type AuditPage = z.infer<typeof audit.AuditPage>
export type AuditLine = AuditPage['items'][number]
/** As typed; what is empty is not asked for. */
export type Only = { type: string; by: string; about: string }

const hasItems = (value: unknown) =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)

export const asked = ({ type, by, about }: Only) => ({
  type: type || undefined,
  by: by.trim() || undefined,
  about: about.trim() || undefined,
})

export const auditDaysQuery = (month: string) =>
  queryOptions({
    queryKey: ['audit', 'days', month],
    queryFn: () => call<{ items: AuditDayRow[] }>({ path: '/audit/days', query: { month } }, hasItems),
  })

export const auditDayQuery = (day: string) =>
  queryOptions({
    queryKey: ['audit', 'day', day],
    queryFn: () => call<AuditDay>({ path: `/audit/days/${day}`, timeoutMs: 60_000 }),
    enabled: false,
  })

export const auditLinesQuery = (day: string, only: Only) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'lines', day, only],
    queryFn: ({ pageParam }) =>
      call<AuditPage>(
        { path: '/audit', query: { day, limit: 100, cursor: pageParam, ...asked(only) } },
        hasItems,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  })
