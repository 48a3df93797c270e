import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as counts from '../../../core/api/counts.ts'
import type * as drafts from '../../../core/api/drafts.ts'
import type * as firms from '../../../core/api/firms.ts'
import type * as policies from '../../../core/api/policies.ts'
import { call } from './call.ts'

export type FirmView = z.infer<typeof firms.FirmView>
export type Roster = z.infer<typeof firms.Roster>
export type Timeline = z.infer<typeof firms.Timeline>
export type FirmEvents = z.infer<typeof firms.FirmEvents>
export type FirmPolicies = z.infer<typeof policies.FirmPolicies>
export type PolicyList = z.infer<typeof policies.PolicyList>
export type PolicyFirms = z.infer<typeof policies.PolicyFirms>

const has = (name: string) => (value: unknown) => typeof value === 'object' && value !== null && name in value

const minute = 60_000

export const firmQuery = (uscc: string) =>
  queryOptions({
    queryKey: ['firm', uscc],
    queryFn: () => call<FirmView>({ path: `/firms/${uscc}` }, has('firm')),
  })

export const firmPoliciesQuery = (uscc: string) =>
  queryOptions({
    queryKey: ['firm', uscc, 'policies'],
    queryFn: () => call<FirmPolicies>({ path: `/firms/${uscc}/policies` }, has('items')),
    staleTime: minute,
  })

export const firmEventsQuery = (uscc: string) =>
  queryOptions({
    queryKey: ['firm', uscc, 'events'],
    queryFn: () => call<FirmEvents>({ path: `/firms/${uscc}/events` }, has('items')),
  })

type Asked = Record<string, string | number | undefined>
const paged = <T extends { cursor?: string | undefined }>(
  key: readonly unknown[],
  path: string,
  query: Asked,
) =>
  infiniteQueryOptions({
    queryKey: [...key, query],
    queryFn: ({ pageParam }) => call<T>({ path, query: { ...query, cursor: pageParam } }, has('items')),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: T) => last.cursor,
  })

export const rosterQuery = (query: { park?: string; liaison?: string }) =>
  paged<Roster>(['roster'], '/roster', { ...query, limit: 50 })
export const timelineQuery = (uscc: string) =>
  paged<Timeline>(['firm', uscc, 'timeline'], `/firms/${uscc}/timeline`, { limit: 20 })
export const policyFirmsQuery = (id: string) =>
  paged<PolicyFirms>(['policyFirms', id], `/policies/${id}/firms`, { limit: 50 })

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: () => call<PolicyList>({ path: '/policies' }, has('items')),
  staleTime: 10 * minute,
})

export type Counts = z.infer<typeof counts.Counts>
export const countsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['counts', from, to],
    queryFn: () => call<Counts>({ path: '/counts', query: { from, to } }, has('items')),
  })

/** A visit, an issue or a firm, by what a line of it shows. */
export type RecordLine = {
  id?: string
  uscc?: string
  name?: string
  summary?: string
  on?: string
  title?: string
  firms?: number
  trained?: number
  leaflets?: number
}
export const recordsQuery = (path: string) =>
  queryOptions({
    queryKey: ['records', path],
    queryFn: () => call<{ items: RecordLine[]; cursor?: string }>({ path }, has('items')),
  })

export type DraftView = z.infer<typeof drafts.DraftView>
export type DraftList = z.infer<typeof drafts.DraftList>
