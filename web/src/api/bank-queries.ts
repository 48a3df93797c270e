import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as referrals from '../../../core/api/referrals.ts'
import { call } from './call.ts'

export type ReferralView = referrals.ReferralView
export type ReferralRow = referrals.ReferralRow
type ReferralList = z.infer<typeof referrals.ReferralList>

const has = (name: string) => (value: unknown) => typeof value === 'object' && value !== null && name in value

/** A bank's own list, or that of the bank named. */
export const referralsQuery = (queue: string | undefined, over: boolean) =>
  infiniteQueryOptions({
    queryKey: ['referrals', queue, over],
    queryFn: ({ pageParam }) =>
      call<ReferralList>(
        { path: '/referrals', query: { queue, over: String(over), limit: 50, cursor: pageParam } },
        has('items'),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    refetchInterval: 60_000,
  })

export const referralQuery = (id: string) =>
  queryOptions({
    queryKey: ['referral', id],
    queryFn: () => call<ReferralView>({ path: `/referrals/${id}` }, has('outline')),
  })
