import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as webhooks from '../../../core/api/webhooks.ts'
import { call } from './call.ts'

export type BankHooksView = z.infer<typeof webhooks.BankHooksView>
export type EndpointAnswer = z.infer<typeof webhooks.EndpointAnswer>
export type DeliveryView = z.infer<typeof webhooks.DeliveryView>
export type DeliveryTries = z.infer<typeof webhooks.DeliveryTries>
type DeliveryList = z.infer<typeof webhooks.DeliveryList>

export const hooksQuery = (bank: string) =>
  queryOptions({
    queryKey: ['webhooks', bank],
    queryFn: () => call<BankHooksView>({ path: `/banks/${bank}/webhooks` }),
  })

export const deliveriesQuery = (state: 'open' | 'dead') =>
  infiniteQueryOptions({
    queryKey: ['deliveries', state],
    queryFn: ({ pageParam }) =>
      call<DeliveryList>({ path: '/webhook-deliveries', query: { state, limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    refetchInterval: 60_000,
  })

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['delivery', id],
    queryFn: () => call<DeliveryTries>({ path: `/webhook-deliveries/${id}` }),
  })
