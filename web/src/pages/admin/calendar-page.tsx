import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type CalendarView, calendarQuery } from '../../api/admin-queries.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, failureOf, faultsOf } from '../../api/failure.ts'
import { BackLink } from '../../parts/back-link.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { useKeptForm } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { wordOfValue } from './field-words.ts'
import { Recompute } from './recompute.tsx'

const Years = ({ years }: Pick<CalendarView, 'years'>) => {
  const say = useSay()
  const title = say('各年放假安排', 'Years of the calendar')
  return (
    <Scroll label={title}>
      <table>
        <caption className="hint">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('年份', 'Year')}</th>
            <th scope="col">{say('状态', 'Status')}</th>
            <th scope="col">{say('放假（天）', 'Days off')}</th>
            <th scope="col">{say('调休上班', 'Worked instead')}</th>
            <th scope="col">{say('来源', 'Source')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, status, off, work, source }) => (
            <tr key={year}>
              <th scope="row" className="year">
                {year}
              </th>
              <td>
                <span className={status === 'provisional' ? 'tag warning' : 'tag'}>
                  {say(wordOfValue('status', status))}
                </span>
              </td>
              <td>{off.length}</td>
              <td>{work.join('、') || say('无', 'none')}</td>
              <td>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type Typed = { year: string; status: string; source: string; off: string; work: string }
const empty: Typed = { year: '', status: 'published', source: '', off: '', work: '' }
const datesIn = (text: string) => text.split(/[\s,，、;；]+/).filter(Boolean)

/** A year as the State Council's notice has it; dates pasted in any order, one beside or below the other. */
const YearForm = ({ onDone }: { onDone: (year: string) => void }) => {
  const say = useSay()
  const queries = useQueryClient()
  const { typed, key, change: setTyped, wipe } = useKeptForm('calendar-year', empty)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const faults = faultsOf(failure)
  const faultOf = (name: string) => {
    const found = Object.entries(faults).filter(([where]) => where.startsWith(`calendar/${name}`))
    return found.length > 0 ? { fault: found.map(([, message]) => message).join('；') } : {}
  }
  const change = (name: keyof Typed, value: string) => {
    setTyped({ ...typed, [name]: value })
  }
  const send = async () => {
    setSending(true)
    const { year, status, source, off, work } = typed
    const calendar = { year: Number(year), status, source, off: datesIn(off), work: datesIn(work) }
    const outcome = await attempt({ method: 'POST', path: '/calendar/years', body: { calendar }, key })
    setSending(false)
    if (!outcome.ok) return setFailure(outcome.failure)
    setFailure(undefined)
    wipe()
    void queries.invalidateQueries({ queryKey: ['calendar'] })
    void queries.invalidateQueries({ queryKey: ['reference', 'calendarYear'] })
    onDone(year)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const text = (name: keyof Typed, label: string, more: { hint?: string; long?: boolean } = {}) => (
    <Field
      label={label}
      required={name !== 'work'}
      {...(more.hint && { hint: more.hint })}
      {...faultOf(name)}
    >
      {(ids) =>
        more.long ? (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2, maxRows: 10 }}
            value={typed[name]}
            onChange={(event) => change(name, event.target.value)}
          />
        ) : (
          <Input
            {...ids}
            autoComplete="off"
            inputMode={name === 'year' ? 'numeric' : undefined}
            value={typed[name]}
            onChange={(event) => change(name, event.target.value)}
          />
        )
      }
    </Field>
  )
  const title = say('登记一年的放假安排', "Enter a year's notice")
  return (
    <form className="card" onSubmit={submit} aria-label={title} noValidate>
      <h2>{title}</h2>
      {text('year', say('年份', 'Year'))}
      <Field label={say('状态', 'Status')} required>
        {(ids) => (
          <NativeSelect
            {...ids}
            value={typed.status}
            onChange={(event) => change('status', event.target.value)}
          >
            {['published', 'provisional'].map((status) => (
              <option key={status} value={status}>
                {say(wordOfValue('status', status))}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      {text('source', say('来源（通知名称、日期或链接）', 'Source (notice, date or link)'))}
      {text('off', say('放假日期', 'Days off'), {
        long: true,
        hint: say(
          '形如 2027-01-01，含放假的周末，空格或换行分开。',
          'As 2027-01-01, weekends of the notice included.',
        ),
      })}
      {text('work', say('调休上班日期', 'Days worked instead'), { long: true })}
      <FailureBox failure={failure} onRetry={() => void send()} />
      <Button type="primary" htmlType="submit" loading={sending}>
        {say('登记', 'Enter')}
      </Button>
    </form>
  )
}

/** The working calendar: its years, a new notice, and the due times that follow from it. */
export const CalendarPage = () => {
  const say = useSay()
  const found = useQuery(calendarQuery)
  const [entered, setEntered] = useState<string>()
  const unsure = found.data?.years.filter(({ status }) => status === 'provisional') ?? []
  return (
    <section aria-busy={found.isFetching}>
      <BackLink to="/admin" word={{ zh: '管理', en: 'Administration' }} />
      <h1>{say('工作日历', 'Working calendar')}</h1>
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      {unsure.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say(
            `${unsure.map(({ year }) => year).join('、')}年的放假安排尚未公布，现为暂定：只计法定假日。跨入该年的期限会标明“暂定”，公布后请登记并重算。`,
            `The holidays of ${unsure.map(({ year }) => year).join(', ')} are not published yet: due times that reach into that year are provisional. Enter the notice when it is out, and compute them again.`,
          )}
        />
      )}
      {found.data && <Years years={found.data.years} />}
      {found.data && (
        <p>
          {say('办公时间', 'Office hours')}：
          {found.data.hours.map(({ from, to }) => `${from}–${to}`).join('、')}{' '}
          <Link to="/admin/$kind" params={{ kind: 'officeHours' }}>
            {say('修改', 'Change')}
          </Link>
        </p>
      )}
      <p role="status">
        {entered &&
          say(
            `已登记${entered}年的安排。请重算在办件的期限。`,
            `${entered} is entered. Now compute the due times of open issues again.`,
          )}
      </p>
      <Recompute />
      <YearForm onDone={setEntered} />
    </section>
  )
}
