import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type AuditDayRow, auditDaysQuery } from '../../api/audit-queries.ts'
import { failureOf } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { MonthField } from '../../parts/month-field.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { useSay } from '../../words/language.tsx'
import { dateTime, thisMonth } from '../../words/time.ts'
import { stateWords } from './audit-words.ts'
import { Check } from './check.tsx'
import { Lines } from './lines.tsx'

const Day = ({ row, chosen, onChoose }: { row: AuditDayRow; chosen: boolean; onChoose: () => void }) => {
  const say = useSay()
  const { day, state, streams, digest, sealedAt, findings } = row
  return (
    <tr>
      <th scope="row">
        <Button type="link" aria-pressed={chosen} onClick={onChoose}>
          {day}
        </Button>
      </th>
      <td>
        {state === 'wrong' ? (
          <strong className="fault">{say(stateWords[state])}</strong>
        ) : (
          say(stateWords[state])
        )}
        {findings.map(({ code, words }) => (
          <p key={code} className="fault">
            {words}
          </p>
        ))}
      </td>
      <td>{streams ?? ''}</td>
      <td>{sealedAt ? dateTime(sealedAt) : ''}</td>
      <td>{digest && <code className="digest">{digest}</code>}</td>
    </tr>
  )
}

/** What is on record, day by day; nothing on this page changes anything, and looking at it is on record too. */
export const AuditPage = () => {
  const say = useSay()
  const [month, setMonth] = useState(thisMonth())
  const [day, setDay] = useState<string>()
  const found = useQuery(auditDaysQuery(month))
  const items = found.data?.items ?? []
  return (
    <section>
      <h1>{say('审计', 'Audit')}</h1>
      <p className="hint">
        {say(
          '按世界时（UTC）逐日封存，次日零点半后完成；下面的记录按北京时间的日期列出。查看和导出也会留下记录。',
          'Each UTC day is sealed half an hour after it is over; lines are listed by the day in China. Looking and exporting are on record too.',
        )}
      </p>
      <MonthField
        month={month}
        onChange={(next) => {
          setMonth(next)
          setDay(undefined)
        }}
      />
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      {found.isLoading && <p role="status">{say('正在读取……', 'Loading …')}</p>}
      <Scroll label={say('每日封存', 'Seals by day')}>
        <table aria-label={say('每日封存', 'Seals by day')}>
          <thead>
            <tr>
              <th scope="col">{say('日期', 'Day')}</th>
              <th scope="col">{say('封存', 'Seal')}</th>
              <th scope="col">{say('记录链', 'Chains')}</th>
              <th scope="col">{say('封存时间', 'Sealed at')}</th>
              <th scope="col">{say('封存值', 'Digest')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <Day key={row.day} row={row} chosen={row.day === day} onChoose={() => setDay(row.day)} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {day && (
        <section aria-label={day}>
          <h2>{day}</h2>
          <Check key={`check ${day}`} day={day} />
          <Lines key={day} day={day} />
        </section>
      )}
    </section>
  )
}
