import type { Calendar } from '../../calendar/calendar.ts'
import { workedDaysBetween } from '../../calendar/worked-days.ts'
import type { Application } from '../../issue/refund.ts'
import type { RefundStep } from '../../tax-refund/progress-words.ts'
import { dayOfDate } from '../../zone-time.ts'
import type { Chapter, Tally } from '../indicator.ts'
import { counted, countOf, ratioOf, yuanOf } from './row.ts'

const last = (application: Application | undefined, step: RefundStep) =>
  application?.steps.filter((mark) => mark.step === step).at(-1)

const daysFrom = (calendar: Calendar, from: string, to: string) =>
  Math.max(workedDaysBetween(calendar.years, dayOfDate(from), dayOfDate(to)), 0)

/** Working days between two steps, with how many there were of it: one or none. */
const between = (
  calendar: Calendar,
  name: string,
  from: { on: string } | undefined,
  to: { on: string } | undefined,
): Record<string, number> =>
  from && to ? { [`${name}Days`]: daysFrom(calendar, from.on, to.on), [name]: 1 } : {}

const said = (zh: string, en: string, formulaZh: string, formulaEn: string) => ({
  zh,
  en,
  formula: { zh: formulaZh, en: formulaEn },
})

/** From pre-check to the money. What was estimated, applied for, granted and received are four amounts. */
export const refunds = {
  tallies: ({ issue, calendar }): Tally[] => {
    if (!issue.refund || issue.history) return []
    if (issue.stage === 'declined' || issue.stage === 'withdrawn' || issue.stage === 'merged') return []
    const { precheck, applications = [] } = issue.refund
    const present = applications.at(-1)
    const [applied, accepted, granted, refused, arrived] = (
      ['applied', 'accepted', 'granted', 'refused', 'arrived'] as const
    ).map((step) => last(present, step))
    const estimate = precheck?.estimateYuan
    const compared = estimate !== undefined && estimate > 0 && granted?.amountYuan !== undefined
    const counts = counted({
      'refund.prechecked': precheck ? 1 : 0,
      'refund.eligible': precheck?.verdict === 'yes' ? 1 : 0,
      'refund.applied': present ? 1 : 0,
      'refund.appliedYuan': applied?.amountYuan,
      'refund.granted': granted ? 1 : 0,
      'refund.grantedYuan': granted?.amountYuan,
      'refund.received': arrived ? 1 : 0,
      'refund.receivedYuan': arrived?.amountYuan,
      ...between(calendar, 'refund.decided', accepted, granted ?? refused),
      ...between(calendar, 'refund.paid', granted, arrived),
      ...(compared && {
        'refund.estimateYuan': estimate,
        'refund.offBp': ((granted?.amountYuan ?? 0) - estimate) * 10_000,
      }),
    })
    return [{ counts }]
  },
  indicators: {
    refundPrechecked: countOf(
      'refund.prechecked',
      said('退税预检户数', 'refunds pre-checked', '做过预检的诉求', 'issues with a pre-check'),
    ),
    refundEligible: ratioOf(
      'share',
      'refund.eligible',
      'refund.prechecked',
      said('预检符合率', 'eligible by the pre-check', '预检符合 ÷ 预检', 'eligible, of those pre-checked'),
    ),
    refundApplied: countOf(
      'refund.applied',
      said('退税申请户数', 'refunds applied for', '已申请的诉求', 'issues with an application'),
    ),
    refundAppliedYuan: yuanOf(
      'refund.appliedYuan',
      said('退税申请额', 'amount applied for', '最近一次申请的金额', 'of the latest application'),
    ),
    refundGrantedYuan: yuanOf(
      'refund.grantedYuan',
      said('退税核准额', 'amount granted', '税务机关核准的金额', 'as the tax office granted it'),
    ),
    refundReceivedYuan: yuanOf(
      'refund.receivedYuan',
      said('退税到账额', 'amount received', '退库到账的金额', 'money that arrived'),
    ),
    refundReceived: ratioOf(
      'share',
      'refund.received',
      'refund.applied',
      said('退税到账率（户）', 'refunds received', '已到账 ÷ 已申请', 'received, of those applied for'),
    ),
    refundDecisionDays: ratioOf(
      'days',
      'refund.decidedDays',
      'refund.decided',
      said(
        '受理到决定（工作日）',
        'working days from acceptance to decision',
        '工作日，取平均',
        'working days; the mean',
      ),
    ),
    refundPaymentDays: ratioOf(
      'days',
      'refund.paidDays',
      'refund.paid',
      said(
        '核准到到账（工作日）',
        'working days from grant to money',
        '工作日，取平均',
        'working days; the mean',
      ),
    ),
    refundDeviation: ratioOf(
      'bp',
      'refund.offBp',
      'refund.estimateYuan',
      said(
        '测算偏差',
        'deviation of the estimate',
        '（核准额 − 测算额）÷ 测算额',
        'granted less estimated, of the estimate',
      ),
    ),
  },
} as const satisfies Chapter
