import { addWorkingDays } from '../../calendar/working-day.ts'
import { funnelFaults, lastArrival, loweredCounts, stayFrom, wantedPosts } from '../../hiring/funnel.ts'
import { postFaults } from '../../hiring/post-faults.ts'
import { type FieldFault, type Refusal, refuse } from '../../refusal.ts'
import type { CommandInput } from '../commands.ts'
import type { Context } from '../context.ts'
import { type FunnelCounts, mostPosts, type Post, type PostFacts } from '../hiring.ts'
import type { Issue, IssueAt } from '../issue.ts'
import { dueCommand } from '../standing.ts'
import { today } from './dates.ts'
import { type Decider, noteOf } from './decider.ts'

const badInput = (fields: FieldFault[]) => refuse('badInput', { fields })
const fault = (pointer: string, message: string) => badInput([{ pointer, message }])

/** What happened cannot lie in the future. */
export const notYet = (on: string, context: Context, pointer = '/on'): Refusal | undefined =>
  on > today(context)
    ? refuse('dateInTheFuture', { fields: [{ pointer, message: '日期不能晚于今天' }] })
    : undefined

/** Posts with their numbers, from what is said of them; the first of an issue is P1. */
export const numbered = (posts: readonly PostFacts[], known = 0) =>
  posts.map((post, index) => ({ ...post, id: `P${known + index + 1}` }))

const postsOf = (issue: Issue) => issue.hiring?.posts ?? []

const standing = (issue: Issue, id: string): Post | Refusal => {
  const post = postsOf(issue).find((one) => one.id === id)
  if (!post)
    return refuse('unknownPost', { fields: [{ pointer: '/post', message: `这件诉求没有岗位 ${id}` }] })
  return post.cancelledAt ? refuse('postCancelled') : post
}

const isRefused = (found: Post | Refusal): found is Refusal => 'refused' in found

export const addPost: Decider<'addPost'> = (issue, { text, ...post }, context) => {
  const known = postsOf(issue).length
  if (known >= mostPosts) return refuse('tooManyPosts')
  const faults = postFaults(post, today(context))
  if (faults.length > 0) return badInput(faults)
  return [{ type: 'PostsAdded', posts: numbered([post], known), ...noteOf(text) }]
}

export const changePost: Decider<'changePost'> = (issue, { post: id, text, ...facts }, context) => {
  const post = standing(issue, id)
  if (isRefused(post)) return post
  // A post whose validity has run out can still be put right otherwise.
  const { validUntil } = facts
  const checked = validUntil === post.validUntil ? { ...facts, validUntil: undefined } : facts
  const faults = [
    ...postFaults(checked, today(context)),
    ...funnelFaults({ ...post, headcount: facts.headcount }, {}).filter(
      ({ pointer }) => pointer === '/confirmed',
    ),
  ].map((one) => (one.pointer === '/confirmed' ? { ...one, pointer: '/headcount' } : one))
  if (faults.length > 0) return badInput(faults)
  return [{ type: 'PostChanged', post: id, facts, ...noteOf(text) }]
}

export const cancelPost: Decider<'cancelPost'> = (issue, { post: id, text }) => {
  const post = standing(issue, id)
  if (isRefused(post)) return post.refused === 'postCancelled' ? [] : post
  return [{ type: 'PostCancelled', post: id, note: { text } }]
}

export const recordHelp: Decider<'recordHelp'> = (issue, { text, ...help }, context) => {
  const early = notYet(help.on, context)
  if (early) return early
  const post = help.post && standing(issue, help.post)
  if (post && isRefused(post)) return post
  if (help.fair && help.kind !== 'fair') return fault('/fair', '只有招聘会才填招聘会编号')
  if (help.fair && context.fairKnown === false) {
    return refuse('unknownFair', { fields: [{ pointer: '/fair', message: `没有招聘会 ${help.fair}` }] })
  }
  if (help.fair && issue.hiring?.helps?.some(({ fair }) => fair === help.fair)) return []
  return [{ type: 'HelpGiven', ...help, ...noteOf(text) }]
}

/** The fair names the issue: it follows once, however often the news of it comes. */
export const joinFair: Decider<'joinFair'> = (issue, { fair, on }) =>
  issue.hiring?.helps?.some((help) => help.fair === fair)
    ? []
    : [{ type: 'HelpGiven', kind: 'fair', on, fair }]

const countsOf = ({
  confirmed,
  posted,
  introduced,
  interviewed,
  intended,
  arrived,
}: CommandInput<'recordFunnel' | 'correctFunnel'>): FunnelCounts =>
  Object.fromEntries(
    Object.entries({ confirmed, posted, introduced, interviewed, intended, arrived }).filter(
      ([, count]) => count !== undefined,
    ),
  )

const judged = (
  issue: Issue,
  input: CommandInput<'recordFunnel' | 'correctFunnel'>,
  context: Context,
  lower: (post: Post, counts: FunnelCounts) => FieldFault[],
): { counts: FunnelCounts } | Refusal => {
  const early = notYet(input.on, context)
  if (early) return early
  const post = standing(issue, input.post)
  if (isRefused(post)) return post
  const counts = countsOf(input)
  if (Object.keys(counts).length === 0) return fault('/arrived', '请至少填写一项人数')
  const faults = [...lower(post, counts), ...funnelFaults(post, counts)]
  return faults.length > 0 ? refuse('countImpossible', { fields: faults }) : { counts }
}

export const recordFunnel: Decider<'recordFunnel'> = (issue, input, context) => {
  const read = judged(issue, input, context, loweredCounts)
  if ('refused' in read) return read
  const { post: id, on, text } = input
  const funnel = postsOf(issue).find((post) => post.id === id)?.funnel ?? {}
  const isNews = Object.entries(read.counts).some(
    ([step, count]) => funnel[step as keyof FunnelCounts] !== count,
  )
  return isNews ? [{ type: 'FunnelRecorded', post: id, on, ...read, ...noteOf(text) }] : []
}

export const correctFunnel: Decider<'correctFunnel'> = (issue, input, context) => {
  const read = judged(issue, input, context, () => [])
  if ('refused' in read) return read
  const { post: id, on, text } = input
  return [{ type: 'FunnelCorrected', post: id, on, ...read, note: { text } }]
}

export const acceptPart: Decider<'acceptPart'> = (issue, { via, on, text }, context) => {
  const early = notYet(on, context)
  if (early) return early
  if (wantedPosts(issue.hiring ?? { posts: [] }).length === 0) return refuse('noPosts')
  if (issue.hiring?.partAccepted?.on === on) return []
  return [{ type: 'PartAccepted', via, on, ...noteOf(text) }]
}

/** Working days in which to find out who is still there. */
const stayWithinDays = 5
export const stayDue = (context: Pick<Context, 'calendar'>, from: string) =>
  addWorkingDays(context.calendar, from, stayWithinDays).at

export const askForStay: Decider<'askForStay'> = (issue, _, context) => {
  const arrivedOn = lastArrival(issue.hiring ?? { posts: [] })
  if (!arrivedOn || dueCommand(issue, context.now, context.calendar) !== 'askForStay') return []
  return [{ type: 'StayAsked', arrivedOn, due: stayDue(context, context.now) }]
}

const stayFaults = (issue: IssueAt<'closed'>, counts: CommandInput<'recordStay'>['counts']): FieldFault[] => {
  const came = postsOf(issue).filter((post) => post.funnel.arrived)
  const missing = came.filter((post) => !counts.some((count) => count.post === post.id))
  return [
    ...counts.flatMap(({ post: id, people }, index) => {
      const arrived = postsOf(issue).find((post) => post.id === id)?.funnel.arrived ?? 0
      const message = `${id} 到岗${arrived}人，30日在岗不能超过这个数`
      return people > arrived ? [{ pointer: `/counts/${index}/people`, message }] : []
    }),
    ...counts.flatMap(({ post: id }, index) =>
      counts.findIndex((one) => one.post === id) < index
        ? [{ pointer: `/counts/${index}/post`, message: `${id} 只能填一次` }]
        : [],
    ),
    ...missing.map(({ id, title }) => ({ pointer: '/counts', message: `还缺 ${id} ${title} 的在岗人数` })),
  ]
}

/** The count is the verification: how many of those who came are still there. */
export const recordStay: Decider<'recordStay'> = (issue, { on, counts, text }, context) => {
  const from = stayFrom(issue.hiring ?? { posts: [] })
  if (!from) return refuse('nobodyArrived')
  const early = notYet(on, context)
  if (early) return early
  if (on < from) {
    const message = `最后一批到岗满30日是${from}，请在那天或以后回访`
    return refuse('tooEarly', { fields: [{ pointer: '/on', message }] })
  }
  const faults = stayFaults(issue, counts)
  if (faults.length > 0) return refuse('countImpossible', { fields: faults })
  const headcount = counts.reduce((sum, { people }) => sum + people, 0)
  const what = headcount > 0 ? ('peopleAtWork' as const) : ('notSeen' as const)
  return [
    { type: 'StayCounted', on, counts, ...noteOf(text) },
    { type: 'VerificationRecorded', what, on, headcount },
  ]
}
