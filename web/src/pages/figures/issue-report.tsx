import { Button, Input } from 'antd'
import { useState } from 'react'
import { mondayOf, periodTitle } from '../../../../core/reports/period.ts'
import type { Period } from '../../../../core/reports/period-shape.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import { today } from '../../words/time.ts'

/** It reads all that every issue of the period adds. */
const timeoutMs = 60_000

type Props = { month: string; onIssued: () => Promise<void>; onFailure: (failure?: Failure) => void }

/** Issues the report of the month that is shown, or of a week; from then on it says what it said. */
export const IssueReport = ({ month, onIssued, onFailure }: Props) => {
  const say = useSay()
  const [lost, setLost] = useState<{ what: string; key: string }>()
  const [day, setDay] = useState(today)
  const [busy, setBusy] = useState<Period['kind']>()
  const from = mondayOf(day)
  const issue = async (period: Period) => {
    setBusy(period.kind)
    const what = JSON.stringify(period)
    // One whose answer was lost is asked for again by its own key; any other press asks for a report of its own.
    const key = lost?.what === what ? lost.key : newKey()
    const outcome = await attempt({ method: 'POST', path: '/reports', body: { period }, key, timeoutMs })
    setBusy(undefined)
    onFailure(outcome.ok ? undefined : outcome.failure)
    setLost(outcome.ok || outcome.failure.kind === 'refused' ? undefined : { what, key })
    if (outcome.ok) await onIssued()
  }
  return (
    <>
      <div className="buttons">
        <Button onClick={() => void issue({ kind: 'month', month })} loading={busy === 'month'}>
          {say(`出具 ${month} 月报`, `Issue the report of ${month}`)}
        </Button>
      </div>
      <Field
        label={say('周报所在的周（任选一天）', 'Week of the report (any day of it)')}
        hint={periodTitle({ kind: 'week', from })}
        required
      >
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={day}
            onChange={(event) => event.target.value && setDay(event.target.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <Button onClick={() => void issue({ kind: 'week', from })} loading={busy === 'week'}>
          {say(`出具 ${from} 起的周报`, `Issue the report of the week from ${from}`)}
        </Button>
      </div>
    </>
  )
}
