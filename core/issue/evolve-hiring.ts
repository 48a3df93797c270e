import { arrivalsAfter } from '../hiring/funnel.ts'
import { hiringSteps } from '../lifecycle/hiring.ts'
import type { Fact, IssueEvent } from './events.ts'
import { stagesOfFacts } from './fits.ts'
import type { FunnelCounts, Hiring, Post } from './hiring.ts'
import type { Issue } from './issue.ts'

const stages = stagesOfFacts(hiringSteps)

const said = (counts: FunnelCounts) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined)) as FunnelCounts

const withCounts = (post: Post, { on, counts }: Pick<Fact<'FunnelRecorded'>, 'on' | 'counts'>): Post => {
  const funnel = { ...post.funnel, ...said(counts) }
  if (counts.arrived === undefined) return { ...post, funnel }
  const { arrivals: before = [], ...rest } = post
  const arrivals = arrivalsAfter(before, on, counts.arrived)
  return { ...rest, funnel, ...(arrivals.length > 0 && { arrivals }) }
}

/** The post as it is to be, with what became of it so far. */
const changed = (post: Post, { facts }: Fact<'PostChanged'>): Post => {
  const { id, funnel, arrivals, cancelledAt } = post
  return { ...facts, id, funnel, ...(arrivals && { arrivals }), ...(cancelledAt && { cancelledAt }) }
}

export const bornPosts = (posts: Fact<'IssueLogged'>['posts']): { hiring: Hiring } | Record<string, never> =>
  posts?.length ? { hiring: { posts: posts.map((post) => ({ ...post, funnel: {} })) } } : {}

/** What a fact of hiring makes of it; undefined where an event is none of these. */
const after = (hiring: Hiring, event: IssueEvent): Hiring | undefined => {
  const { at, by } = event
  const onPost = (id: string, change: (post: Post) => Post): Hiring => ({
    ...hiring,
    posts: hiring.posts.map((post) => (post.id === id ? change(post) : post)),
  })
  switch (event.type) {
    case 'PostsAdded':
      return { ...hiring, posts: [...hiring.posts, ...event.posts.map((post) => ({ ...post, funnel: {} }))] }
    case 'PostChanged':
      return onPost(event.post, (post) => changed(post, event))
    case 'PostCancelled':
      return onPost(event.post, (post) => ({ ...post, cancelledAt: at }))
    case 'HelpGiven': {
      const { kind, on, post, fair } = event
      const help = { kind, on, at, by, ...(post && { post }), ...(fair && { fair }) }
      return { ...hiring, helps: [...(hiring.helps ?? []), help] }
    }
    case 'FunnelRecorded':
    case 'FunnelCorrected':
      return onPost(event.post, (post) => withCounts(post, event))
    case 'PartAccepted':
      return { ...hiring, partAccepted: { via: event.via, on: event.on, at, by } }
    case 'StayAsked':
      return { ...hiring, stayAsked: { arrivedOn: event.arrivedOn, at, due: event.due } }
    case 'StayCounted': {
      const people = new Map(event.counts.map((one) => [one.post, one.people]))
      const posts = hiring.posts.map((post) => {
        const stayed = people.get(post.id)
        return stayed === undefined ? post : { ...post, funnel: { ...post.funnel, stayed } }
      })
      return { ...hiring, posts, stayCounted: { on: event.on, at, by } }
    }
    default:
      return undefined
  }
}

/** The time to count who is still there, as a new calendar has it. */
export const withStayDue = (hiring: Hiring | undefined, due: string) =>
  hiring?.stayAsked ? { hiring: { ...hiring, stayAsked: { ...hiring.stayAsked, due } } } : {}

/** Facts about posts and people; undefined where an event is none of these. */
export const evolveHiring = (issue: Issue, event: IssueEvent): Issue | undefined => {
  const hiring = after(issue.hiring ?? { posts: [] }, event)
  if (!hiring) return undefined
  return stages.get(event.type)?.has(issue.stage) ? { ...issue, hiring } : issue
}
