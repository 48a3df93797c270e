import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { referralStateWords } from '../../../../core/referral/words.ts'
import type { endReasons, failureReasons } from '../../../../core/webhook/delivery.ts'
import { attempt, newKey } from '../../api/call.ts'
import { type Failure, failureOf } from '../../api/failure.ts'
import { type DeliveryView, deliveriesQuery, deliveryQuery } from '../../api/webhook-queries.ts'
import { useNames } from '../../app/use-me.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import type { Say } from '../../words/language-of.ts'
import { dateTime } from '../../words/time.ts'

const stateWords = {
  dead: { zh: '未送达（已放弃）', en: 'given up' },
  open: { zh: '仍在重试', en: 'still being tried' },
} as const
const failureWords = {
  status: { zh: '对方答复出错', en: 'an error was answered' },
  timeout: { zh: '超时', en: 'no answer in time' },
  unreachable: { zh: '连接不上', en: 'not to be reached' },
  forbiddenAddress: { zh: '地址不允许', en: 'the address is not allowed' },
  tooLate: { zh: '太迟', en: 'too late' },
} as const satisfies Record<(typeof failureReasons)[number], { zh: string; en: string }>
const endWords = {
  triedOut: { zh: '重试用尽', en: 'tried for a day' },
  gone: { zh: '对方已停用（410）', en: 'nobody listens there any more (410)' },
  endpointEnded: { zh: '地址已停用', en: 'the address was ended' },
} as const satisfies Record<(typeof endReasons)[number], { zh: string; en: string }>
const tryWords = {
  DeliveryQueued: { zh: '待推送', en: 'queued' },
  TryBegan: { zh: '开始推送', en: 'a try began' },
  TryFailed: { zh: '没有送达', en: 'it failed' },
  WebhookDelivered: { zh: '已送达', en: 'delivered' },
  DeliveryGivenUp: { zh: '放弃', en: 'given up' },
  RedeliveryAsked: { zh: '要求重新推送', en: 'asked for again' },
} as const

const wordIn = (words: Readonly<Record<string, { zh: string; en: string }>>, key: unknown, say: Say) => {
  const word = words[String(key)]
  return word ? say(word) : String(key)
}

const typeOf = (type: string, say: Say) => wordIn(referralStateWords, type.replace('referral.', ''), say)

const Tries = ({ id }: { id: string }) => {
  const say = useSay()
  const found = useQuery(deliveryQuery(id))
  if (found.isError)
    return <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />
  return (
    <ol aria-label={say('每次尝试', 'Each try')}>
      {found.data?.tries.map((one) => (
        <li key={`${one.at}${one.type}${String(one.n ?? '')}`}>
          {dateTime(one.at)} {wordIn(tryWords, one.type, say)}
          {typeof one.n === 'number' && say(`（第 ${one.n} 次）`, ` (try ${one.n})`)}
          {typeof one.reason === 'string' && ` ${wordIn({ ...failureWords, ...endWords }, one.reason, say)}`}
          {typeof one.status === 'number' && ` ${one.status}`}
        </li>
      ))}
    </ol>
  )
}

const Row = ({ one, onAgain }: { one: DeliveryView; onAgain: (id: string) => void }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const [open, setOpen] = useState(false)
  const { id, lastFailure, ended } = one
  const why = [
    ended && say(endWords[ended.reason]),
    lastFailure && say(failureWords[lastFailure.reason]),
    lastFailure?.status,
  ]
  return (
    <li>
      <p>
        {nameOf(one.bank)} · {typeOf(one.type, say)} · {dateTime(one.createdAt)}
      </p>
      <p className="hint">
        {id} · {say(`已试 ${one.tries} 次`, `${one.tries} tries`)} {why.filter(Boolean).join(' · ')}
      </p>
      <p className="buttons">
        <Button
          aria-expanded={open}
          aria-label={say(`每次尝试 ${id}`, `Tries of ${id}`)}
          onClick={() => setOpen(!open)}
        >
          {say('每次尝试', 'Tries')}
        </Button>
        {one.state === 'dead' && (
          <Button aria-label={say(`重新推送 ${id}`, `Deliver ${id} again`)} onClick={() => onAgain(id)}>
            {say('重新推送', 'Deliver again')}
          </Button>
        )}
      </p>
      {open && <Tries id={id} />}
    </li>
  )
}

/** What did not reach a bank's system, with each try; what was given up can be delivered again under the same id. */
export const Deliveries = () => {
  const say = useSay()
  const queries = useQueryClient()
  const [state, setState] = useState<keyof typeof stateWords>('dead')
  const [failure, setFailure] = useState<Failure>()
  const [said, setSaid] = useState('')
  const found = useInfiniteQuery(deliveriesQuery(state))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const again = async (id: string) => {
    const path = `/webhook-deliveries/${id}/redelivery`
    const outcome = await attempt({ method: 'POST', path, body: {}, key: newKey() })
    setFailure(outcome.ok ? undefined : outcome.failure)
    setSaid(outcome.ok ? say('已要求重新推送。', 'It is delivered again.') : '')
    for (const queryKey of [['deliveries'], ['delivery', id]]) await queries.invalidateQueries({ queryKey })
  }
  return (
    <section aria-label={say('未送达的推送', 'Messages that did not arrive')}>
      <h2>{say('未送达的推送', 'Messages that did not arrive')}</h2>
      <Choice label={say('哪些', 'Which')} value={state} words={stateWords} required onChange={setState} />
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <FailureBox failure={failure} />
      <p role="status">
        {said}
        {found.isSuccess && items.length === 0 && say('没有。', 'There are none.')}
      </p>
      <ul aria-label={say('推送', 'Deliveries')}>
        {items.map((one) => (
          <Row key={one.id} one={one} onAgain={(id) => void again(id)} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {say('再列一些', 'Show more')}
        </Button>
      )}
    </section>
  )
}
