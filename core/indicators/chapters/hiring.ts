import { wantedPosts } from '../../hiring/funnel.ts'
import type { Post } from '../../issue/hiring.ts'
import { daysBetween, localDate } from '../../zone-time.ts'
import type { Chapter, Tally } from '../indicator.ts'
import { counted, countOf, ratioOf } from './row.ts'

const sum = (posts: readonly Post[], of: (post: Post) => number | undefined) =>
  posts.reduce((all, post) => all + (of(post) ?? 0), 0)

const firstArrival = (posts: readonly Post[]) =>
  posts
    .flatMap(({ arrivals }) => arrivals?.map(({ on }) => on) ?? [])
    .toSorted()
    .at(0)

const said = (zh: string, en: string, formulaZh: string, formulaEn: string) => ({
  zh,
  en,
  formula: { zh: formulaZh, en: formulaEn },
})

/** From posts to people at work. Intentions are what is published elsewhere; here arrivals count. */
export const hiring = {
  tallies: ({ issue }): Tally[] => {
    if (!issue.hiring || issue.history) return []
    if (issue.stage === 'declined' || issue.stage === 'withdrawn' || issue.stage === 'merged') return []
    const posts = wantedPosts(issue.hiring)
    const asked = posts.filter(({ funnel }) => funnel.stayed !== undefined)
    const first = firstArrival(posts)
    const counts = counted({
      posts: posts.length,
      'people.wanted': sum(posts, ({ headcount }) => headcount),
      'people.introduced': sum(posts, ({ funnel }) => funnel.introduced),
      'people.interviewed': sum(posts, ({ funnel }) => funnel.interviewed),
      'people.intended': sum(posts, ({ funnel }) => funnel.intended),
      'people.arrived': sum(posts, ({ funnel }) => funnel.arrived),
      'people.stayed': sum(asked, ({ funnel }) => funnel.stayed),
      'people.askedAfter': sum(asked, ({ funnel }) => funnel.arrived),
      firstArrivals: first ? 1 : 0,
      daysToFirst: first ? Math.max(daysBetween(localDate(issue.loggedAt), first), 0) : 0,
    })
    return [{ counts }]
  },
  indicators: {
    posts: countOf('posts', said('岗位数', 'posts', '未取消的岗位', 'posts that stand')),
    peopleWanted: countOf(
      'people.wanted',
      said('需求人数', 'people wanted', '未取消岗位的需求人数', 'headcount of posts that stand'),
    ),
    peopleIntroduced: countOf(
      'people.introduced',
      said('推荐人次', 'people introduced', '推荐人次之和', 'introductions, added up'),
    ),
    peopleInterviewed: countOf(
      'people.interviewed',
      said('面试人次', 'people interviewed', '面试人次之和', 'interviews, added up'),
    ),
    peopleIntended: countOf(
      'people.intended',
      said('达成意向人数', 'people who agreed', '意向不等于到岗', 'an intention is not an arrival'),
    ),
    peopleArrived: countOf(
      'people.arrived',
      said('到岗人数', 'people at work', '实际到岗', 'people who came'),
    ),
    peopleMissing: countOf(
      ['people.wanted', '-people.arrived'],
      said('用工缺口', 'people still missing', '需求 − 到岗', 'wanted, less those who came'),
    ),
    arrivalRate: ratioOf(
      'share',
      'people.arrived',
      'people.wanted',
      said('到岗率', 'share of posts filled', '到岗 ÷ 需求', 'people who came, of those wanted'),
    ),
    stayRate: ratioOf(
      'share',
      'people.stayed',
      'people.askedAfter',
      said(
        '30日在岗率',
        'still there after thirty days',
        '30日仍在岗 ÷ 已回访岗位的到岗人数',
        'still at work, of those who came, for posts that were asked after',
      ),
    ),
    daysToFirstArrival: ratioOf(
      'days',
      'daysToFirst',
      'firstArrivals',
      said(
        '首人到岗天数',
        'days to the first arrival',
        '登记到首人到岗的自然日，取平均',
        'calendar days from logging to the first who came; the mean',
      ),
    ),
  },
} as const satisfies Chapter
