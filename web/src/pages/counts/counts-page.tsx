import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { countsQuery, recordsQuery } from '../../api/firm-queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { MonthField } from '../../parts/month-field.tsx'
import { useSay } from '../../words/language.tsx'
import { thisMonth } from '../../words/time.ts'

/** The records behind a number: visits by what was counted, issues and firms with a link. */
const Records = ({ opens, label }: { opens: string; label: string }) => {
  const say = useSay()
  const found = useQuery(recordsQuery(opens))
  const items = found.data?.items ?? []
  return (
    <>
      {found.isError && <FailureBox failure={failureOf(found.error)} />}
      <ul aria-label={label}>
        {items.map((one) => (
          <li key={one.id ?? one.uscc}>
            {one.on ? (
              [
                one.on,
                one.title,
                one.trained && say(`培训 ${one.trained} 人次`, `${one.trained} trained`),
                one.leaflets && say(`资料 ${one.leaflets} 份`, `${one.leaflets} leaflets`),
                say(`${one.firms} 家企业`, `${one.firms} firms`),
              ]
                .filter(Boolean)
                .join(' · ')
            ) : one.id ? (
              <Link to="/issues/$id" params={{ id: one.id }}>
                {one.id} {one.summary}
              </Link>
            ) : (
              <Link to="/firms/$uscc" params={{ uscc: one.uscc ?? '' }}>
                {one.name}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {found.data?.cursor && (
        <p className="hint">{say('只列出前面一部分。', 'Only the first part is listed.')}</p>
      )}
    </>
  )
}

const Opened = ({ opens, label }: { opens: string; label: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <details className="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && <Records opens={opens} label={label} />}
    </details>
  )
}

/** What such an office publishes, out of its records and nothing else; each number opens to them. */
export const CountsPage = () => {
  const say = useSay()
  const [from, setFrom] = useState(thisMonth())
  const [to, setTo] = useState(thisMonth())
  const found = useQuery(countsQuery(from, to))
  return (
    <section aria-busy={found.isFetching}>
      <h1>{say('工作量', 'Published counts')}</h1>
      <div className="filters">
        <MonthField label={say('从', 'From')} month={from} onChange={setFrom} />
        <MonthField label={say('到', 'To')} month={to} onChange={setTo} />
      </div>
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <div className="beside">
        {found.data?.items.map((item) => (
          <section key={item.name} className="card" aria-label={say(item)}>
            <h2>
              {say(item)} {item.value}
            </h2>
            <p className="hint">{say(item.formula)}</p>
            {item.opens && <Opened opens={item.opens} label={say(`打开${item.zh}`, `open ${item.en}`)} />}
            {item.months
              .filter(({ value }) => value > 0)
              .map(({ month: of, value, opens }) => (
                <Opened key={of} opens={opens} label={`${say(item)} ${of}：${value}`} />
              ))}
          </section>
        ))}
      </div>
    </section>
  )
}
