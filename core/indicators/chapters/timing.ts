import type { Issue } from '../../issue/issue.ts'
import type { Run } from '../../issue/parts.ts'
import { runsNow, settledRuns } from '../../issue/runs.ts'
import { endStages, type Stage } from '../../words.ts'
import { localDate } from '../../zone-time.ts'
import { type Chapter, type Counts, counting, type Indicator, type Tally } from '../indicator.ts'

const isEnded = (issue: Issue) => (endStages as readonly Stage[]).includes(issue.stage)

const inTime = (due: string, met: string | undefined) => met !== undefined && met <= due

/** Counted on the day it was due, and in the month in which the issue was logged. */
const both = (due: string, department: string, counts: Counts): Tally[] => [
  { counts, department },
  { counts, department, day: localDate(due) },
]

const asItWent = ({ clock, department, due, met }: Run): Tally[] =>
  both(due, department, { [clock]: 1, ...(inTime(due, met) && { [`${clock}+`]: 1 }) })

/** Against the time that was first given. An extension shows at once: from that day on it can only fail or have been met. */
const beforeExtensions = (issue: Issue): Run[] => {
  const pausedAt = issue.stage === 'handling' ? issue.work.pause?.at : undefined
  const runs = (original: string) => pausedAt === undefined || original <= pausedAt
  const extended = runsNow(issue).filter(
    (run) => run.open && !run.met && run.original !== undefined && runs(run.original),
  )
  const known = settledRuns(issue)
  const more = extended.filter((run) => !known.some((one) => one.clock === run.clock && one.due === run.due))
  return [...known, ...more].filter(({ clock }) => clock === 'close')
}

const strictly = ({ department, due, original = due, met }: Run): Tally[] =>
  both(original, department, { strict: 1, ...(inTime(original, met) && { 'strict+': 1 }) })

const wasExtended = (issue: Issue) =>
  issue.past?.extended || ('assignment' in issue && issue.assignment?.extensions !== undefined)

const isOverdueNow = (issue: Issue) =>
  runsNow(issue).some(({ clock, open, due }) => {
    const mark = issue.overdue?.some((one) => one.clock === clock && one.due === due)
    return clock === 'close' && open && mark
  })

const share = (zh: string, en: string, of: string, formula: Indicator['formula']): Indicator => ({
  zh,
  en,
  unit: 'share',
  bases: ['due', 'cohort'],
  part: [`${of}+`],
  whole: [of],
  formula,
})

/**
 * Clocks met and missed. Each round of work counts once, for the department that had it: a clock counts when it was
 * met, or was over without that, or is recorded as overdue; one that still runs is in neither part.
 */
export const timing = {
  tallies: ({ issue }) => {
    if (issue.history || isEnded(issue)) return []
    const now = { ...(wasExtended(issue) && { extended: 1 }), ...(isOverdueNow(issue) && { overdueNow: 1 }) }
    return [
      { counts: now },
      ...settledRuns(issue).flatMap(asItWent),
      ...beforeExtensions(issue).flatMap(strictly),
    ]
  },
  indicators: {
    acceptedInTime: share('按时签收率', 'accepted in time', 'accept', {
      zh: '期限内签收 ÷ 应签收；每次交办计一次',
      en: 'accepted by the due time, of assignments due; each assignment once',
    }),
    contactedInTime: share('按时响应率', 'contacted in time', 'contact', {
      zh: '期限内首次联系企业 ÷ 应联系；没有联系记录的不算',
      en: 'first contact with the firm by the due time, of those due; without a record it does not count',
    }),
    repliedInTime: share('按时答复率', 'replied in time', 'reply', {
      zh: '期限内阶段答复 ÷ 签收后应答复；承诺的每次答复各计一次，办结即为答复',
      en: 'replies by the due time, of those due once accepted; each promised one once, and closing is a reply',
    }),
    closedInTime: share('按时办结率', 'closed in time', 'close', {
      zh: '现行期限（含批准的延期）内部门报结 ÷ 到期件次',
      en: 'reported closed by the due time, granted extensions included, of those due',
    }),
    closedInTimeStrict: share('按时办结率（原期限）', 'closed by the original due time', 'strict', {
      zh: '最初期限内部门报结 ÷ 到期件次，不计延期',
      en: 'reported closed by the time first given, extensions left out, of those due',
    }),
    overdue: {
      zh: '超期率',
      en: 'overdue',
      unit: 'share',
      bases: ['due', 'cohort'],
      part: ['close', '-close+'],
      whole: ['close'],
      formula: {
        zh: '到期未办结或逾期办结 ÷ 到期件次',
        en: 'not closed when due, or later than that, of those due',
      },
    },
    overdueNow: {
      zh: '当前超期件数',
      en: 'overdue now',
      unit: 'count',
      bases: ['cohort'],
      part: ['overdueNow'],
      formula: { zh: '在办且已过办结期限', en: 'open and past the due time' },
    },
    extended: {
      zh: '延期率',
      en: 'extended',
      unit: 'share',
      bases: ['cohort'],
      part: ['extended'],
      whole: counting,
      formula: { zh: '至少批准过一次延期 ÷ 受理', en: 'with an extension granted, of those taken on' },
    },
  },
} as const satisfies Chapter
