import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as firms from '../../../core/api/firms-and-visits.ts'
import type * as figures from '../../../core/api/indicators.ts'
import type { IssueView } from '../../../core/api/issue-view.ts'
import type * as issues from '../../../core/api/issues.ts'
import type * as notices from '../../../core/api/notices.ts'
import type * as others from '../../../core/api/others.ts'
import type * as papers from '../../../core/api/papers.ts'
import type { MachineName, WorkflowView } from '../../../core/api/workflow.ts'
import type { Matches } from '../../../core/financing/match.ts'
import type { Breakdown } from '../../../core/indicators/breakdowns.ts'
import { keep, keepInTab, kept, keptInTab } from '../app/kept.ts'
import { call } from './call.ts'
import { CallFailed } from './failure.ts'

export type Me = z.infer<typeof others.Me>
export type Directory = z.infer<typeof others.Directory>
export type IssueList = z.infer<typeof issues.IssueList>
export type IssueRow = IssueList['items'][number]
export type EventList = z.infer<typeof issues.EventList>
export type EventView = EventList['items'][number]
export type FirmRow = z.infer<typeof firms.FirmList>['items'][number]
export type IndicatorAnswer = figures.IndicatorAnswer

export type ListFilter = { queue?: string; firm?: string; stage?: string; category?: string }

const has = (name: string) => (value: unknown) => typeof value === 'object' && value !== null && name in value
const hasItems = (value: unknown) => has('items')(value) && Array.isArray((value as { items: unknown }).items)

const isAway = (error: unknown) =>
  error instanceof CallFailed && ['unreachable', 'tooSlow', 'broken'].includes(error.failure.kind)

type Memory = { keep: (value: never) => void; kept: () => unknown }

/** Answers that a phone without network still needs are kept, and shown until there is a newer one. */
const keeping = async <T>(memory: Memory, ask: () => Promise<T>): Promise<T> => {
  try {
    const value = await ask()
    memory.keep(value as never)
    return value
  } catch (error) {
    const old = isAway(error) ? (memory.kept() as T | undefined) : undefined
    if (old === undefined) throw error
    return old
  }
}

const meMemory: Memory = {
  keep: (me: Me) => keep('me', keepInTab('me', me)),
  kept: () => keptInTab<Me>('me'),
}
const directoryMemory: Memory = {
  keep: (directory: Directory) => keep('directory', directory),
  kept: () => kept<Directory>('directory'),
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => keeping(meMemory, () => call<Me>({ path: '/me' }, has('role'))),
  staleTime: 10 * 60_000,
})

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: () => keeping(directoryMemory, () => call<Directory>({ path: '/directory' }, has('departments'))),
  staleTime: 10 * 60_000,
})

export const issuesQuery = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: ['issues', filter],
    queryFn: ({ pageParam }) =>
      call<IssueList>({ path: '/issues', query: { ...filter, limit: 50, cursor: pageParam } }, hasItems),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    refetchInterval: 60_000,
  })

/** What an issue must look like is loaded beside the issue, so that neither waits for the other. */
const readIssue = async (id: string): Promise<IssueView> => {
  const [answer, { IssueView: Shape }] = await Promise.all([
    call<unknown>({ path: `/issues/${id}` }),
    import('../../../core/api/issue-view.ts'),
  ])
  const read = Shape.safeParse(answer)
  if (!read.success) throw new CallFailed({ kind: 'broken', status: 200 })
  return read.data
}

export const issueQuery = (id: string) =>
  queryOptions({
    queryKey: ['issue', id],
    queryFn: () => readIssue(id),
  })

export const eventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id],
    queryFn: () => call<EventList>({ path: `/issues/${id}/events` }, hasItems),
  })

export const workflowQuery = (machine: MachineName) =>
  queryOptions({
    queryKey: ['workflow', machine],
    queryFn: () => call<WorkflowView>({ path: `/workflows/${machine}` }, has('states')),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const matchesQuery = (id: string) =>
  queryOptions({
    queryKey: ['matches', id],
    queryFn: () => call<Matches>({ path: `/issues/${id}/matches` }, hasItems),
  })

export const firmsQuery = (q: string) =>
  queryOptions({
    queryKey: ['firms', q],
    queryFn: () => call<{ items: FirmRow[] }>({ path: '/firms', query: { q, limit: 8 } }, hasItems),
    enabled: q.length >= 2,
    staleTime: 60_000,
    retry: false,
  })

export const indicatorsQuery = (month: string, by: Breakdown) =>
  queryOptions({
    queryKey: ['indicators', month, by],
    queryFn: () => call<IndicatorAnswer>({ path: '/indicators', query: { month, by } }, has('rows')),
  })

type FigureIssueList = z.infer<typeof figures.FigureIssues>
export const figureIssuesQuery = (name: string, asked: Record<string, string | undefined>) =>
  infiniteQueryOptions({
    queryKey: ['figureIssues', name, asked],
    queryFn: ({ pageParam }) =>
      call<FigureIssueList>(
        { path: `/indicators/${name}/issues`, query: { ...asked, limit: 50, cursor: pageParam } },
        hasItems,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  })

export const reportsQuery = (year: string) =>
  queryOptions({
    queryKey: ['reports', year],
    queryFn: () => call<z.infer<typeof papers.ReportList>>({ path: '/reports', query: { year } }, hasItems),
  })

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices'],
  queryFn: ({ pageParam }) =>
    call<notices.NoticeList>({ path: '/notices', query: { cursor: pageParam } }, hasItems),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.cursor,
  refetchInterval: 60_000,
})
