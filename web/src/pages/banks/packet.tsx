import type { ReactNode } from 'react'
import { collateralWords, repaymentWords } from '../../../../core/referral/words.ts'
import type { ReferralView } from '../../api/bank-queries.ts'
import { useSay } from '../../words/language.tsx'
import { outlineWords, termsWords } from '../../words/loan.ts'
import { inWan } from '../../words/money.ts'
import { dateTime } from '../../words/time.ts'

type Row = [zh: string, en: string, value: ReactNode]

const Facts = ({ rows }: { rows: Row[] }) => {
  const say = useSay()
  return (
    <dl className="facts">
      {rows
        .filter(([, , value]) => value)
        .map(([zh, en, value]) => (
          <div key={en}>
            <dt>{say(zh, en)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What the firm lets this bank know; without its authorisation there is nothing but the outline. */
export const Packet = ({ view }: { view: ReferralView }) => {
  const say = useSay()
  const { disclosed, outline, draws = [] } = view
  const rows: Row[] = [
    ['概要', 'Outline', outlineWords(outline, say).join(' · ')],
    ['企业', 'Firm', [disclosed.name, disclosed.uscc, disclosed.park].filter(Boolean).join(' ')],
    ['需要金额', 'Amount', disclosed.amountYuan !== undefined && inWan(disclosed.amountYuan, say)],
    [
      '期限',
      'Term',
      disclosed.termMonths && say(`${disclosed.termMonths} 个月`, `${disclosed.termMonths} months`),
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
  return (
    <section aria-label={say('推荐材料', 'Packet')}>
      <h2>{say('推荐材料', 'Packet')}</h2>
      {!view.authorised && (
        <p className="hint">
          {say(
            '企业还没有授权（或已撤回），只能看到匿名概要；可先受理、请补材料或答复未通过。',
            'The firm has not authorised this bank, or no longer does: only the outline is shown.',
          )}
        </p>
      )}
      <Facts rows={rows} />
    </section>
  )
}
