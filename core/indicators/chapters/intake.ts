import type { Issue } from '../../issue/issue.ts'
import { localDate } from '../../zone-time.ts'
import { type Chapter, type Counts, counting, type Tally } from '../indicator.ts'

const isDispatched = (issue: Issue) => issue.stage !== 'logged' || issue.returns !== undefined

/** An end that leaves every rate; counted also on the day on which it came, beside what was due then. */
const ended = (issue: Issue): Tally[] => {
  if (issue.stage !== 'declined' && issue.stage !== 'withdrawn' && issue.stage !== 'merged') return []
  const counts = { [issue.stage]: 1 }
  return [{ counts }, { counts, day: localDate(issue.endedAt) }]
}

const inWork = (issue: Issue): Counts => ({
  ...(isDispatched(issue) && { dispatched: 1 }),
  ...(issue.stage !== 'closed' && { open: 1 }),
  ...(issue.returns?.some((one) => one.ruling === 'upheld') && { returned: 1 }),
})

/** What came in, what went to a department, and what left every rate. */
export const intake = {
  tallies: ({ issue }) => {
    if (issue.history) return [{ counts: { history: 1 } }]
    const out = ended(issue)
    return [{ counts: { logged: 1, ...(out.length === 0 && inWork(issue)) } }, ...out]
  },
  indicators: {
    accepted: {
      zh: '受理件数',
      en: 'issues taken on',
      unit: 'count',
      bases: ['cohort'],
      part: counting,
      formula: {
        zh: '登记 − 不予受理 − 撤回 − 并案；历史件单列',
        en: 'logged, less declined, withdrawn and merged; history apart',
      },
    },
    open: {
      zh: '在办件数',
      en: 'still open',
      unit: 'count',
      bases: ['cohort'],
      part: ['open'],
      formula: { zh: '受理后尚未办结', en: 'taken on and not closed' },
    },
    returned: {
      zh: '退单率',
      en: 'returned',
      unit: 'share',
      bases: ['cohort'],
      part: ['returned'],
      whole: ['dispatched'],
      formula: {
        zh: '至少一次退单被调度认可的件数 ÷ 已交办件数；反映交办是否准确',
        en: 'with a return that was upheld, of those given to a department; it measures the routing',
      },
    },
  },
} as const satisfies Chapter
