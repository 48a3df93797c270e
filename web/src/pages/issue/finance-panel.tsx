import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { IssueView } from '../../../../core/api/issue-view.ts'
import { canGive } from '../../../../core/issue/decide/can-give.ts'
import { canOffer } from '../../../../core/issue/readiness.ts'
import { referralSteps } from '../../../../core/lifecycle/referral.ts'
import { missingForReferral, needOf } from '../../../../core/referral/need.ts'
import type { RecordedNeed, Referral } from '../../../../core/referral/parts.ts'
import { isAtBank, referralId, referralsOf } from '../../../../core/referral/referrals.ts'
import {
  bankClockWords,
  bankDeclineWords,
  consentKindWords,
  nextStepWords,
  referralStateWords,
  roundModeWords,
  roundOutcomeWords,
} from '../../../../core/referral/words.ts'
import type { EventView, Me } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { ReplySheetBack } from '../../parts/reply-sheet-back.tsx'
import { useKept } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { termsWords } from '../../words/loan.ts'
import { dateTime } from '../../words/time.ts'
import { BankDoors } from './bank-doors.tsx'
import { Checklist } from './checklist.tsx'
import type { Typed } from './command-input.ts'
import { type FinanceCommand, financeForms } from './finance-fields.ts'

const FinanceForm = lazy(async () => ({ default: (await import('./finance-form.tsx')).FinanceForm }))

/** The need as the form has it, to be filled in further. */
const typedOf = (need: Partial<RecordedNeed> | undefined): Typed => {
  const { amountYuan, termMonths, purpose, collateral, repayment, firstLoan, criteria, details } = need ?? {}
  const given = {
    amountYuan: amountYuan === undefined ? undefined : amountYuan / 10_000,
    termMonths,
    purpose,
    collateral: collateral?.join(','),
    repayment,
    firstLoan,
    text: details,
    ...Object.fromEntries(
      Object.entries(criteria ?? {}).map(([name, answer]) => [`criteria.${name}`, answer]),
    ),
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}

const ReferralLine = ({ issue, one, children }: { issue: string; one: Referral; children?: ReactNode }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const { state, offer, decline, draws = [], overdue = [] } = one
  return (
    <li>
      <Link to="/banks/$id" params={{ id: referralId(issue, one.id) }}>
        {one.id} {nameOf(one.bank)}
      </Link>{' '}
      <span className="tag">{say(referralStateWords[state])}</span>{' '}
      {overdue.map((clock) => (
        <span key={clock} className="tag urgent">
          {say(`${bankClockWords[clock].zh}超期`, `${bankClockWords[clock].en} late`)}
        </span>
      ))}
      {offer && <p>{say(`授信：${termsWords(offer, say)}`, `Offer: ${termsWords(offer, say)}`)}</p>}
      {decline && (
        <p>
          {say(bankDeclineWords[decline.code])} → {say(nextStepWords[decline.next])}
        </p>
      )}
      {draws.map((draw) => (
        <p key={draw.at}>{say(`放款 ${draw.on}：`, `Drawn ${draw.on}: `) + termsWords(draw, say)}</p>
      ))}
      {children}
    </li>
  )
}

type Props = { view: IssueView; me: Me; events: EventView[] }

/** Financing with banks: what is missing, rounds and referrals with their state, consents, and the steps. */
export const FinancePanel = ({ view, me, events }: Props) => {
  const say = useSay()
  const { nameOf } = useNames()
  const { issue } = view
  const { financing } = issue
  const [open, setOpen] = useKept<FinanceCommand | ''>(`finance:${issue.id}`, '')
  const [first, setFirst] = useState<string>()
  const forms = financeForms(issue, nameOf).filter(({ command }) => canOffer(command, issue, me) === true)
  const form = forms.find(({ command }) => command === open)
  const mayFillIn = forms.some(({ command }) => command === 'recordNeed')
  const lacking = missingForReferral(needOf(issue)).map(({ field, zh, en }) => ({
    zh,
    en,
    ...(mayFillIn && {
      go: () => {
        setOpen('recordNeed')
        setFirst(field.replace('/', '.'))
      },
    }),
  }))
  const queries = useQueryClient()
  const anew = () => {
    for (const of of ['issue', 'events']) void queries.invalidateQueries({ queryKey: [of, issue.id] })
  }
  const answersFor = canGive('issueBankLink', issue, me) === true
  const begin = open === 'recordNeed' ? typedOf(needOf(issue)) : {}
  return (
    <section aria-label={say('银行推荐', 'Banks')}>
      <h2>{say('银行推荐', 'Banks')}</h2>
      <Checklist title={say('推荐前还缺', 'Missing before a bank is asked')} items={lacking} />
      {(financing?.rounds ?? []).map((round) => (
        <article key={round.no} className="card">
          <h3>
            {say(`第 ${round.no} 轮`, `Round ${round.no}`)} · {say(roundModeWords[round.mode])}
            {round.outcome && ` · ${say(roundOutcomeWords[round.outcome])}`}
          </h3>
          <p className="hint">{dateTime(round.at)}</p>
          <ul aria-label={say(`第 ${round.no} 轮的推荐`, `Referrals of round ${round.no}`)}>
            {(financing?.referrals ?? [])
              .filter((one) => one.round === round.no)
              .map((one) => (
                <ReferralLine key={one.id} issue={issue.id} one={one}>
                  {answersFor && isAtBank(one) && (
                    <BankDoors issue={issue} one={one} bank={nameOf(one.bank)} events={events} />
                  )}
                </ReferralLine>
              ))}
          </ul>
        </article>
      ))}
      {financing?.consents && (
        <ul aria-label={say('授权和同意', 'Consents')}>
          {financing.consents.map(({ id, bank, kind, expiresOn, withdrawnAt }) => (
            <li key={id}>
              {id} {nameOf(bank)} · {say(consentKindWords[kind])} ·{' '}
              {withdrawnAt
                ? say(`已于 ${dateTime(withdrawnAt)} 撤回`, `withdrawn ${dateTime(withdrawnAt)}`)
                : say(`有效至 ${expiresOn}`, `until ${expiresOn}`)}
            </li>
          ))}
        </ul>
      )}
      <div className="buttons">
        {forms.map(({ command }) => (
          <Button
            key={command}
            aria-expanded={open === command}
            onClick={() => {
              setFirst(undefined)
              setOpen(open === command ? undefined : command)
            }}
          >
            {say(referralSteps[command])}
          </Button>
        ))}
      </div>
      {form && (
        <Suspense fallback={<p role="status">{say('正在读取……', 'Loading …')}</p>}>
          <FinanceForm
            key={open}
            form={form}
            view={view}
            events={events}
            begin={begin}
            first={first}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
      {answersFor && referralsOf(financing).length > 0 && <ReplySheetBack onDone={anew} />}
    </section>
  )
}
