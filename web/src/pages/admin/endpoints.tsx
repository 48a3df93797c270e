import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Endpoint } from '../../../../core/webhook/hooks.ts'
import { attempt, newKey } from '../../api/call.ts'
import { type Failure, failureOf, faultsOf } from '../../api/failure.ts'
import { type EndpointAnswer, hooksQuery } from '../../api/webhook-queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useKeptForm } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

/** A secret, this once: it is kept nowhere in the page and never asked for again. */
const Secret = ({ secret, onSeen }: { secret: string; onSeen: () => void }) => {
  const say = useSay()
  return (
    <div className="card" role="status">
      <p>
        {say(
          '密钥只显示这一次，请马上交给银行的技术人员保管：',
          'The secret is shown this once; hand it to the bank’s engineers now:',
        )}
      </p>
      <Input readOnly value={secret} aria-label={say('密钥', 'Secret')} />
      <p className="buttons">
        <Button onClick={() => void navigator.clipboard.writeText(secret)}>{say('复制', 'Copy')}</Button>
        <Button onClick={onSeen}>{say('已交付，不再显示', 'Handed over, hide it')}</Button>
      </p>
    </div>
  )
}

type Props = { one: Endpoint; working: boolean; onRotate: () => void; onEnd: () => void }

/** Ending is not easily undone: the first press says what follows. */
const EndpointCard = ({ one, working, onRotate, onEnd }: Props) => {
  const say = useSay()
  const [sure, setSure] = useState(false)
  const [newest, older] = one.secrets
  return (
    <article className="card" aria-label={one.url}>
      <h3>{one.url}</h3>
      {one.note && <p>{one.note}</p>}
      <p className="hint">
        {say(`${dateTime(one.createdAt)} 登记`, `Entered ${dateTime(one.createdAt)}`)}
        {newest &&
          say(`；密钥生成于 ${dateTime(newest.createdAt)}`, `; secret of ${dateTime(newest.createdAt)}`)}
        {older?.validUntil &&
          say(
            `；旧密钥用至 ${dateTime(older.validUntil)}`,
            `; the old one signs until ${dateTime(older.validUntil)}`,
          )}
      </p>
      {one.endedAt ? (
        <p>{say(`已于 ${dateTime(one.endedAt)} 停用`, `Ended ${dateTime(one.endedAt)}`)}</p>
      ) : sure ? (
        <>
          <p role="alert">
            {say(
              '停用后不再向这个地址推送，未送达的也不再重试。',
              'Nothing is sent there any more, nor tried again.',
            )}
          </p>
          <p className="buttons">
            <Button danger disabled={working} onClick={onEnd}>
              {say('确定停用', 'Yes, end it')}
            </Button>
            <Button onClick={() => setSure(false)}>{say('不了', 'No')}</Button>
          </p>
        </>
      ) : (
        <p className="buttons">
          <Button disabled={working} onClick={onRotate}>
            {say('更换密钥', 'Make a new secret')}
          </Button>
          <Button disabled={working} onClick={() => setSure(true)}>
            {say('停用', 'End it')}
          </Button>
        </p>
      )}
    </article>
  )
}

/** One bank's addresses: enter one, change its secret without a gap, end it. */
export const Endpoints = ({ bank }: { bank: string }) => {
  const say = useSay()
  const queries = useQueryClient()
  const found = useQuery(hooksQuery(bank))
  const { typed, key, change, wipe } = useKeptForm(`webhook:${bank}`, { url: '', note: '' })
  const { url, note } = typed
  const [secret, setSecret] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [working, setWorking] = useState(false)
  const send = async (path: string, body: object, withKey: string) => {
    setWorking(true)
    const asked = { method: 'POST', path: `/banks/${bank}/webhooks${path}`, body, key: withKey } as const
    const outcome = await attempt<EndpointAnswer>(asked)
    setWorking(false)
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (!outcome.ok) return false
    setSecret(outcome.value.secret)
    await queries.invalidateQueries({ queryKey: ['webhooks', bank] })
    return true
  }
  const add = async () => {
    const body = { url: url.trim(), ...(note.trim() && { note: note.trim() }) }
    if (!(await send('', body, key))) return
    wipe()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (url.trim()) void add()
  }
  const faults = faultsOf(failure)
  const title = say('登记推送地址', 'Enter an address')
  return (
    <section aria-label={say('推送地址', 'Addresses')}>
      <h2>{say('推送地址', 'Addresses')}</h2>
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      {found.data?.endpoints.length === 0 && (
        <p className="hint">{say('这家银行还没有登记地址。', 'This bank has no address yet.')}</p>
      )}
      {secret && <Secret secret={secret} onSeen={() => setSecret(undefined)} />}
      {found.data?.endpoints.map((one) => (
        <EndpointCard
          key={one.id}
          one={one}
          working={working}
          onRotate={() => void send(`/${one.id}/secret`, {}, newKey())}
          onEnd={() => void send(`/${one.id}/end`, {}, newKey())}
        />
      ))}
      <form className="card" onSubmit={submit} aria-label={title} noValidate>
        <h3>{title}</h3>
        <Field
          label={say('地址（https）', 'Address (https)')}
          required
          {...(faults.url && { fault: faults.url })}
        >
          {(ids) => (
            <Input
              {...ids}
              inputMode="url"
              value={url}
              onChange={(event) => change({ ...typed, url: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('备注', 'Note')} {...(faults.note && { fault: faults.note })}>
          {(ids) => (
            <Input
              {...ids}
              value={note}
              onChange={(event) => change({ ...typed, note: event.target.value })}
            />
          )}
        </Field>
        <FailureBox failure={failure} />
        <Button type="primary" htmlType="submit" loading={working} disabled={url.trim() === ''}>
          {say('登记', 'Enter')}
        </Button>
      </form>
    </section>
  )
}
