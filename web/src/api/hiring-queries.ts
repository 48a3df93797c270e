import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as fairs from '../../../core/api/fairs.ts'
import { call } from './call.ts'

type FairList = z.infer<typeof fairs.FairList>
type FairView = z.infer<typeof fairs.FairView>

const hasItems = (value: unknown) =>
  typeof value === 'object' && value !== null && Array.isArray((value as { items?: unknown }).items)

export const fairsQuery = (year: string) =>
  infiniteQueryOptions({
    queryKey: ['fairs', year],
    queryFn: ({ pageParam }) =>
      call<FairList>({ path: '/fairs', query: { year, cursor: pageParam } }, hasItems),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    enabled: /^20\d\d$/.test(year),
  })

export const fairQuery = (id: string) =>
  queryOptions({
    queryKey: ['fairs', 'one', id],
    queryFn: () => call<FairView>({ path: `/fairs/${id}` }),
  })
