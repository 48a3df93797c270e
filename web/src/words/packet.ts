import type { ReferralView } from '../../../core/api/referrals.ts'
import { collateralWords, repaymentWords } from '../../../core/referral/words.ts'
import type { Say } from './language-of.ts'
import { outlineWords, termsWords } from './loan.ts'
import { inWan } from './money.ts'
import { dateTime } from './time.ts'

type Row = [zh: string, en: string, value: string | false | undefined]

const rowsOf = (view: ReferralView, say: Say): Row[] => {
  const { disclosed, outline, draws = [] } = view
  return [
    ['概要', 'Outline', outlineWords(outline, say).join(' · ')],
    ['企业', 'Firm', [disclosed.name, disclosed.uscc, disclosed.park].filter(Boolean).join(' ')],
    ['需要金额', 'Amount', disclosed.amountYuan !== undefined && inWan(disclosed.amountYuan, say)],
    [
      '期限',
      'Term',
      disclosed.termMonths !== undefined &&
        say(`${disclosed.termMonths} 个月`, `${disclosed.termMonths} months`),
    ],
    ['用途说明', 'Purpose', disclosed.purposeDetails],
    ['担保方式', 'Collateral', disclosed.collateral?.map((one) => say(collateralWords[one])).join('、')],
    ['还款来源', 'Repaid from', disclosed.repayment && say(repaymentWords[disclosed.repayment])],
    [
      '是否首贷',
      'First loan',
      disclosed.firstLoan !== undefined && (disclosed.firstLoan ? say('是', 'yes') : say('否', 'no')),
    ],
    ['诉求原文', 'As it was put', disclosed.content],
    ['联系人', 'Contact', [disclosed.contactName, disclosed.contactPhone].filter(Boolean).join(' ')],
    ['授权有效至', 'Authorised until', view.consentUntil],
    ['推荐时间', 'Invited', view.invitedAt && dateTime(view.invitedAt)],
    ['对接期限', 'Contact due', !view.contactedAt && view.contactDue && dateTime(view.contactDue)],
    ['决定期限', 'Decision due', !view.offer && view.decisionDue && dateTime(view.decisionDue)],
    ['尽调日期', 'Surveyed on', view.surveyedOn],
    ['授信', 'Offer', view.offer && termsWords(view.offer, say)],
    ['企业选定', 'Chosen', view.chosenAt && dateTime(view.chosenAt)],
    ['放款', 'Drawn', draws.map((draw) => `${draw.on} ${termsWords(draw, say)}`).join('；')],
  ]
}

/** What is known of a referral, by what it is called; what was not consented to is not there. */
export const packetRows = (view: ReferralView, say: Say): [label: string, value: string][] =>
  rowsOf(view, say).flatMap(([zh, en, value]): [string, string][] => (value ? [[say(zh, en), value]] : []))

/** What to tell a bank that sees no more than the outline. */
export const onlyOutline = {
  zh: '企业还没有授权（或已撤回），只能看到匿名概要；可先受理、请补材料或答复未通过。',
  en: 'The firm has not authorised this bank, or no longer does: only the outline is shown.',
} as const
