import type { Referral } from '../../referral/parts.ts'
import { bankDeclineWords } from '../../referral/words.ts'
import { keysOf } from '../../words.ts'
import { localDate } from '../../zone-time.ts'
import type { Chapter, Counts, Tally } from '../indicator.ts'
import { counted, countOf, ratioOf, yuanOf } from './row.ts'

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)
const one = (is: unknown) => (is ? 1 : 0)

const each = ({ contactedAt, acceptedAt, decline }: Referral): Counts =>
  counted({
    'referral.sent': 1,
    'referral.contacted': one(contactedAt),
    'referral.accepted': one(acceptedAt),
    ...(decline && { [`referral.declined.${decline.code}`]: 1 }),
  })

/** The bank's clocks: met, or recorded as missed; a referral that ended before is in neither part. */
const clock = (
  { bank, overdue, state }: Referral,
  name: 'contact' | 'decision',
  due: string | undefined,
  met: string | undefined,
): Tally[] => {
  const missed = overdue?.includes(name) || (name === 'contact' && state === 'lapsed')
  if (!due || !(met || missed)) return []
  const counts = { [`bank.${name}`]: 1, ...(met && met <= due && { [`bank.${name}+`]: 1 }) }
  return [
    { counts, bank },
    { counts, bank, day: localDate(due) },
  ]
}

/** The offer that counts: the one that was chosen, else the largest. Offers for one need are never added up. */
const offered = (referrals: readonly Referral[]) => {
  const offers = referrals.filter(({ offer }) => offer)
  const chosen = offers.find(({ chosenAt }) => chosenAt)
  const amounts = (chosen ? [chosen] : offers).map(({ offer }) => offer?.amountYuan ?? 0)
  return amounts.length > 0 ? Math.max(...amounts) : 0
}

/** What became of the firm's need, with all banks or with one: the request counts once, not once for each bank. */
const ofNeed = (referrals: readonly Referral[]): Counts => {
  const draws = referrals.flatMap((referral) => referral.draws ?? [])
  const drawn = sum(draws.map(({ amountYuan }) => amountYuan))
  const compared = draws.flatMap(({ amountYuan, rateBp, lprBp }) =>
    lprBp === undefined ? [] : [{ amountYuan, overBp: rateBp - lprBp }],
  )
  const declined = referrals.some(({ decline }) => decline)
  const approved = offered(referrals)
  return counted({
    'need.referred': 1,
    'need.approved': one(referrals.some(({ offer }) => offer)),
    'need.funded': one(draws.length > 0),
    'need.requestedYuan': Math.max(...referrals.map(({ requestedYuan }) => requestedYuan ?? 0)),
    'need.approvedYuan': approved,
    'need.drawnYuan': drawn,
    'need.drawnYuanBp': sum(draws.map(({ amountYuan, rateBp }) => amountYuan * rateBp)),
    'need.lprYuan': sum(compared.map(({ amountYuan }) => amountYuan)),
    'need.lprYuanBp': sum(compared.map(({ amountYuan, overBp }) => amountYuan * overBp)),
    'need.creditYuan': sum(draws.filter(({ credit }) => credit === 'credit').map((draw) => draw.amountYuan)),
    'need.firstLoan': one(
      draws.length > 0 && referrals.some(({ draws: some, firstLoan }) => some && firstLoan),
    ),
    'need.renewed': one(draws.some(({ renewal }) => renewal)),
    'need.declined': one(declined),
    'need.fundedAfterDecline': one(declined && draws.length > 0),
  })
}

const said = (zh: string, en: string, formulaZh: string, formulaEn: string) => ({
  zh,
  en,
  formula: { zh: formulaZh, en: formulaEn },
})
const declines = keysOf(bankDeclineWords).map((code) => `referral.declined.${code}`)

/** Financing issues with banks. Pre-approvals, approvals and money drawn are three things and are never added up. */
export const referrals = {
  tallies: ({ issue }) => {
    const sent = (issue.financing?.referrals ?? []).filter(({ invitedAt }) => invitedAt)
    if (sent.length === 0 || issue.history) return []
    if (issue.stage === 'declined' || issue.stage === 'withdrawn' || issue.stage === 'merged') return []
    const byBank = Map.groupBy(sent, ({ bank }) => bank)
    return [
      ...sent.flatMap((referral) => [
        { counts: each(referral), bank: referral.bank },
        ...clock(referral, 'contact', referral.contactDue, referral.contactedAt),
        ...clock(referral, 'decision', referral.decisionDue, referral.decidedAt),
      ]),
      { counts: ofNeed(sent) },
      ...[...byBank].map(([bank, some]): Tally => ({ counts: ofNeed(some), bank, alone: true })),
    ]
  },
  indicators: {
    bankContacted: ratioOf(
      'share',
      'referral.contacted',
      'referral.sent',
      said(
        '银行对接率',
        'contacted by the bank',
        '已对接 ÷ 已推荐（每家银行一次）',
        'contacted, of referrals sent, each bank once',
      ),
    ),
    bankContactedInTime: ratioOf('share', 'bank.contact+', 'bank.contact', {
      ...said(
        '银行按时对接率',
        'contacted by the bank in time',
        '期限内对接 ÷ 应对接',
        'contacted by the due time, of those due',
      ),
      bases: ['due', 'cohort'],
    }),
    bankAccepted: ratioOf('share', 'referral.accepted', 'referral.contacted', {
      ...said(
        '银行受理率',
        'taken on by the bank',
        '受理 ÷ 已对接；未通过原因单列',
        'taken on, of those contacted; reasons for declining apart',
      ),
      apart: declines,
    }),
    bankDecidedInTime: ratioOf('share', 'bank.decision+', 'bank.decision', {
      ...said(
        '一个月决定率',
        'decided within a month',
        '期限（一个自然月）内决定 ÷ 应决定',
        'decided within the calendar month, of those due',
      ),
      bases: ['due', 'cohort'],
    }),
    firmsApproved: ratioOf(
      'share',
      'firm.approved',
      'firm.referred',
      said(
        '授信率（户）',
        'firms approved',
        '获授信企业 ÷ 已推荐企业；同一企业当月只计一户',
        'firms approved, of firms referred; a firm counts once in a month',
      ),
    ),
    needMet: ratioOf(
      'share',
      'need.approvedYuan',
      'need.requestedYuan',
      said(
        '授信满足率（额）',
        'share of the request approved',
        '授信额 ÷ 申请额；一户的需求只计一次，选定的一笔，未选定的取最高一笔',
        'approved amount, of the amount requested; a request counts once, by the offer chosen or the largest',
      ),
    ),
    firmsFunded: ratioOf(
      'share',
      'firm.funded',
      'firm.approved',
      said(
        '放款率（户）',
        'firms with money',
        '已放款企业 ÷ 获授信企业；同一企业当月只计一户',
        'firms with money drawn, of firms approved; a firm counts once in a month',
      ),
    ),
    creditUsed: ratioOf(
      'share',
      'need.drawnYuan',
      'need.approvedYuan',
      said(
        '用信率（额）',
        'share of approvals drawn',
        '放款额 ÷ 授信额',
        'money drawn, of the amount approved',
      ),
    ),
    approvedYuan: yuanOf(
      'need.approvedYuan',
      said(
        '授信额',
        'amount approved',
        '选定的一笔，未选定的取最高一笔；与放款额不相加',
        'the offer chosen, or the largest; never added to what was drawn',
      ),
    ),
    drawnYuan: yuanOf(
      'need.drawnYuan',
      said('放款额', 'amount drawn', '实际到账的贷款', 'loans that were paid out'),
    ),
    weightedRate: ratioOf(
      'bp',
      'need.drawnYuanBp',
      'need.drawnYuan',
      said(
        '加权平均利率',
        'weighted mean rate',
        'Σ（放款额 × 利率）÷ Σ放款额',
        'sum of amount times rate, by the amount drawn',
      ),
    ),
    lprSpread: {
      unit: 'spread',
      bases: ['cohort'],
      part: ['need.lprYuanBp'],
      whole: ['need.lprYuan'],
      ...said(
        '加权平均利率与1年期LPR之差',
        'weighted spread to the one-year LPR',
        'Σ（放款额 ×（利率 − 合同日1年期LPR））÷ Σ放款额；合同日LPR不明的不计',
        'sum of amount times rate less the one-year LPR on the contract date, by the amount; without a known LPR left out',
      ),
    },
    unsecuredShare: ratioOf(
      'share',
      'need.creditYuan',
      'need.drawnYuan',
      said('信用贷款占比', 'unsecured loans', '信用贷款额 ÷ 放款额', 'unsecured amount, of the amount drawn'),
    ),
    firstLoans: countOf(
      'firm.firstLoan',
      said('首贷户数', 'first loans', '此前无贷款而获放款', 'firms that had never borrowed and got money'),
    ),
    renewals: countOf(
      'firm.renewed',
      said(
        '无还本续贷户数',
        'renewals without repayment',
        '无还本续贷',
        'loans renewed without repaying first',
      ),
    ),
    fundedAfterDecline: ratioOf(
      'share',
      'firm.fundedAfterDecline',
      'firm.declined',
      said(
        '再对接成功率',
        'funded after a decline',
        '被拒后仍获放款 ÷ 被拒过',
        'money after at least one decline, of those declined',
      ),
    ),
  },
} as const satisfies Chapter
