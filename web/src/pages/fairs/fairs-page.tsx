import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Fair } from '../../../../core/api/fairs.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, failureOf, faultsOf } from '../../api/failure.ts'
import { fairsQuery } from '../../api/hiring-queries.ts'
import { useMe } from '../../app/use-me.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useKept, useKeptForm } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { today } from '../../words/time.ts'
import { countFields, type FairTyped, fairFields, readFair } from './fair-form.ts'
import { FairIssues } from './fair-issues.tsx'
import { IssuePicker } from './issue-picker.tsx'

const mayRecord = (role: string) => ['official', 'dispatcher', 'handler'].includes(role)

/** One form for a new fair and for what is known of one by now. */
const FairForm = ({ fair, onDone }: { fair?: Fair; onDone: () => void }) => {
  const say = useSay()
  const queries = useQueryClient()
  const { typed, key, change, wipe } = useKeptForm<FairTyped>(
    `fair:${fair?.id ?? 'new'}`,
    fair
      ? Object.fromEntries(fairFields.map(({ name }) => [name, String(fair[name as keyof Fair] ?? '')]))
      : { on: today() },
  )
  const close = () => {
    wipe()
    onDone()
  }
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Failure>()
  const [sending, setSending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const read = readFair(typed)
    setFaults('faults' in read ? read.faults : {})
    if ('faults' in read) return
    setSending(true)
    const path = fair ? `/fairs/${fair.id}` : '/fairs'
    const outcome = await attempt({ method: 'POST', path, body: read.body, key })
    setSending(false)
    setFailure(outcome.ok ? undefined : outcome.failure)
    setFaults(outcome.ok ? {} : faultsOf(outcome.failure))
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: ['fairs'] })
    close()
  }
  const title = fair
    ? say(`补记 ${fair.title}`, `Complete ${fair.title}`)
    : say('登记招聘会', 'Record a fair')
  return (
    <form className="card" aria-label={title} noValidate onSubmit={(event) => void submit(event)}>
      <h2>{title}</h2>
      {fairFields.map(({ name, zh, en, type, required }) =>
        type === 'issues' ? (
          <IssuePicker
            key={name}
            value={typed[name] ?? ''}
            fault={faults[name]}
            onChange={(value) => change({ ...typed, [name]: value })}
          />
        ) : (
          <Field key={name} label={say(zh, en)} required={required} fault={faults[name]}>
            {(ids) => (
              <Input
                {...ids}
                type={type === 'date' ? 'date' : 'text'}
                inputMode={type === 'count' ? 'numeric' : 'text'}
                value={typed[name] ?? ''}
                onChange={(event) => change({ ...typed, [name]: event.target.value })}
              />
            )}
          </Field>
        ),
      )}
      <FailureBox failure={failure} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={sending}>
          {say('保存', 'Save')}
        </Button>
        <Button onClick={close}>{say('取消', 'Cancel')}</Button>
      </div>
    </form>
  )
}

/** The job fairs of a year: what was counted at each, and the issues that took part. */
export const FairsPage = () => {
  const say = useSay()
  const me = useMe()
  const [year, setYear] = useState(today().slice(0, 4))
  const [open, setOpen] = useKept<string>('fairs', '')
  const found = useInfiniteQuery(fairsQuery(year))
  const fairs = found.data?.pages.flatMap(({ items }) => items) ?? []
  const may = me !== undefined && mayRecord(me.role)
  return (
    <section>
      <h1>{say('招聘会', 'Job fairs')}</h1>
      <div className="filters">
        <Field label={say('年份', 'Year')} required>
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              value={year}
              maxLength={4}
              onChange={(event) => setYear(event.target.value)}
            />
          )}
        </Field>
      </div>
      {may && open !== 'new' && (
        <Button type="primary" onClick={() => setOpen('new')}>
          {say('登记招聘会', 'Record a fair')}
        </Button>
      )}
      {open === 'new' && <FairForm onDone={() => setOpen(undefined)} />}
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      {found.isSuccess && fairs.length === 0 && (
        <p>{say('这一年还没有招聘会。', 'No fair is recorded for this year.')}</p>
      )}
      <ul className="plain" aria-label={say('招聘会', 'Job fairs')}>
        {fairs.map((fair) => (
          <li key={fair.id} className="card">
            <b>{fair.title}</b>
            <p>
              {fair.on} · {fair.place} · {fair.id}
            </p>
            <p>
              {countFields
                .flatMap(({ name, zh, en }) => {
                  const count = fair[name]
                  return count === undefined ? [] : [`${say(zh, en)} ${count}`]
                })
                .join(' · ')}
            </p>
            <FairIssues id={fair.id} />
            {may && open !== fair.id && (
              <Button onClick={() => setOpen(fair.id)}>
                {say(`补记 ${fair.title}`, `Complete ${fair.title}`)}
              </Button>
            )}
            {open === fair.id && <FairForm fair={fair} onDone={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{say('更多', 'More')}</Button>}
    </section>
  )
}
