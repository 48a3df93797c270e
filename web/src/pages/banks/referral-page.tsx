import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { referralSteps } from '../../../../core/lifecycle/referral.ts'
import { bankDeclineWords, referralStateWords } from '../../../../core/referral/words.ts'
import { type ReferralView, referralQuery } from '../../api/bank-queries.ts'
import { failureOf } from '../../api/failure.ts'
import { useMe } from '../../app/use-me.ts'
import { BackLink } from '../../parts/back-link.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { keptFormOf } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { today } from '../../words/time.ts'
import type { Typed } from '../issue/command-input.ts'
import { AnswerForm, answersTo } from './answer-form.tsx'
import { type BankCommand, bankCommands } from './bank-fields.ts'
import { bankMay } from './bank-may.ts'
import { Packet } from './packet.tsx'

/** What the packet already says need not be typed again. */
const begin = (command: BankCommand, { disclosed, offer }: ReferralView): Typed => {
  if (command === 'recordSurvey') return { on: today() }
  if (command === 'recordDrawdown') {
    return { on: today(), ...(offer && { amountYuan: String(offer.amountYuan / 10_000) }) }
  }
  if (command !== 'approveReferral') return {}
  const { amountYuan, termMonths } = disclosed
  return {
    ...(amountYuan && { amountYuan: String(amountYuan / 10_000) }),
    ...(termMonths && { termMonths: String(termMonths) }),
  }
}

const Answer = ({ view }: { view: ReferralView }) => {
  const say = useSay()
  // An answer that was left in the middle, for a new sign-in say, opens again.
  const [open, setOpen] = useState(() => {
    const of = keptFormOf(answersTo(view.id))
    return bankCommands.find((command) => command === of)
  })
  const [said, setSaid] = useState('')
  const judged = bankCommands.map((name) => ({ name, may: bankMay(name, view) }))
  const unable = judged.flatMap(({ name, may }) => (may === true ? [] : [{ name, why: may }]))
  return (
    <section aria-label={say('答复', 'Answer')}>
      <h2>{say('答复', 'Answer')}</h2>
      <p role="status">{said}</p>
      <div className="buttons">
        {judged
          .filter(({ may }) => may === true)
          .map(({ name }, index) => (
            <Button
              key={name}
              type={index === 0 && !open ? 'primary' : 'default'}
              aria-expanded={open === name}
              onClick={() => setOpen(open === name ? undefined : name)}
            >
              {say(referralSteps[name])}
            </Button>
          ))}
      </div>
      {open && (
        <AnswerForm
          key={open}
          command={open}
          view={view}
          begin={begin(open, view)}
          onDone={(words) => {
            setSaid(words)
            setOpen(undefined)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {unable.length > 0 && (
        <details className="unable">
          <summary>
            {say(`现在不能答复的（${unable.length}）`, `Not possible now (${unable.length})`)}
          </summary>
          <ul>
            {unable.map(({ name, why }) => (
              <li key={name}>
                <Button disabled aria-describedby={`why-${name}`}>
                  {say(referralSteps[name])}
                </Button>
                <span id={`why-${name}`}>{say(why.zh, why.en)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** One referral as its bank sees it, and the bank's answer. */
export const ReferralPage = () => {
  const say = useSay()
  const { id } = useParams({ from: '/banks/$id' })
  const me = useMe()
  const found = useQuery(referralQuery(id))
  const view = found.data
  if (!view || !me) {
    return (
      <section>
        <h1>{say('银行推荐', 'Referral')}</h1>
        {found.isError && (
          <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />
        )}
        {found.isLoading && <p role="status">{say('正在读取……', 'Loading …')}</p>}
      </section>
    )
  }
  return (
    <section>
      <BackLink to="/banks" word={{ zh: '银行推荐', en: 'Referrals' }} />
      <h1>{view.disclosed.name ?? say('匿名融资需求', 'An anonymous need')}</h1>
      <p className="tags">
        <span className="tag">{say(referralStateWords[view.state])}</span>
        <span className="tag">{view.id}</span>
        {view.decline && <span className="tag">{say(bankDeclineWords[view.decline.code])}</span>}
      </p>
      <div className="columns">
        <div>{me.role === 'banker' && <Answer key={view.id} view={view} />}</div>
        <div>
          <Packet view={view} />
        </div>
      </div>
    </section>
  )
}
