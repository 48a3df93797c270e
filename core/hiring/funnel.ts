import type { FunnelCounts, Hiring, Post } from '../issue/hiring.ts'
import type { FieldFault } from '../refusal.ts'
import { dateAdd } from '../zone-time.ts'
import { type FunnelStep, funnelWords } from './hiring-words.ts'

type Counted = keyof FunnelCounts

/**
 * What a count cannot exceed. Somebody may agree without an interview and come without having been introduced one by
 * one; but nobody comes who has not agreed, where that was counted. What was not counted bounds nothing.
 */
const within: Readonly<Partial<Record<Counted, readonly Counted[]>>> = {
  posted: ['confirmed'],
  interviewed: ['introduced'],
  intended: ['introduced'],
  arrived: ['introduced', 'intended'],
}

const counted = ['confirmed', 'posted', 'introduced', 'interviewed', 'intended', 'arrived'] as const

/** What cannot be of a post's counts, taken together: the field and what it exceeds. */
export const funnelFaults = (
  post: Pick<Post, 'headcount' | 'funnel'>,
  counts: FunnelCounts,
): FieldFault[] => {
  const all = { ...post.funnel, ...counts }
  const faults: FieldFault[] = []
  const exceeds = (step: Counted, most: number | undefined, what: string) => {
    const count = all[step]
    if (count === undefined || most === undefined || count <= most) return
    faults.push({
      pointer: `/${step}`,
      message: `${funnelWords[step].zh}（${count}）不能超过${what}（${most}）`,
    })
  }
  exceeds('confirmed', post.headcount, '需求人数')
  for (const step of counted) {
    for (const bound of within[step] ?? []) exceeds(step, all[bound], funnelWords[bound].zh)
  }
  const { arrived, stayed } = all
  if (arrived !== undefined && stayed !== undefined && stayed > arrived) {
    faults.push({
      pointer: '/arrived',
      message: `到岗（${arrived}）不能少于已回访的30日在岗（${stayed}）`,
    })
  }
  return faults
}

/** Counts that are lower than what is recorded: those are corrections, which say why. */
export const loweredCounts = (post: Pick<Post, 'funnel'>, counts: FunnelCounts): FieldFault[] =>
  counted.flatMap((step) => {
    const [known, said] = [post.funnel[step], counts[step]]
    if (known === undefined || said === undefined || said >= known) return []
    const message = `${funnelWords[step].zh}已记为${known}；填报的是累计数，要改小请用“更正招聘进展”`
    return [{ pointer: `/${step}`, message }]
  })

/** Posts that the firm still wants filled. */
export const wantedPosts = (hiring: Pick<Hiring, 'posts'>) => hiring.posts.filter((post) => !post.cancelledAt)

/** One step of the funnel over all posts that stand; absent where no post has counted it. */
export const sumOf = (posts: readonly Post[], step: FunnelStep): number | undefined => {
  const counts = posts.flatMap((post) => post.funnel[step] ?? [])
  return counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : undefined
}

/** The arrivals of a post after its count has changed: more have come on the day, or the latest were not so many. */
export const arrivalsAfter = (
  arrivals: NonNullable<Post['arrivals']>,
  on: string,
  arrived: number,
): NonNullable<Post['arrivals']> => {
  const known = arrivals.reduce((sum, { people }) => sum + people, 0)
  if (arrived > known) {
    const others = arrivals.filter((one) => one.on !== on)
    const before = arrivals.find((one) => one.on === on)?.people ?? 0
    return [...others, { on, people: before + arrived - known }].toSorted((a, b) => (a.on < b.on ? -1 : 1))
  }
  let toTake = known - arrived
  return arrivals
    .toReversed()
    .flatMap(({ on: day, people }) => {
      const taken = Math.min(people, toTake)
      toTake -= taken
      return people > taken ? [{ on: day, people: people - taken }] : []
    })
    .toReversed()
}

/** After so many days it is counted who is still there. */
export const stayDays = 30

export const lastArrival = (hiring: Pick<Hiring, 'posts'>): string | undefined =>
  hiring.posts
    .flatMap((post) => post.arrivals?.map(({ on }) => on) ?? [])
    .toSorted()
    .at(-1)

/** The day from which on it can be counted who is still there; none where nobody has come. */
export const stayFrom = (hiring: Pick<Hiring, 'posts'>): string | undefined => {
  const arrivedOn = lastArrival(hiring)
  return arrivedOn && dateAdd(arrivedOn, stayDays)
}
