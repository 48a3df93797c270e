import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type * as papers from '../../../../core/api/papers.ts'
import { attempt, newKey } from '../../api/call.ts'
import { type Failure, failureOf } from '../../api/failure.ts'
import { type Me, reportsQuery } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

type Report = z.infer<typeof papers.ReportList>['items'][number]

/** The reports of a year: issued once, they say what they said; each can be had ready for A4. */
export const Reports = ({ month, me }: { month: string; me: Me }) => {
  const say = useSay()
  const queries = useQueryClient()
  const year = month.slice(0, 4)
  const found = useQuery(reportsQuery(year))
  const [key, setKey] = useState(newKey)
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const issue = async () => {
    setBusy(true)
    const body = { period: { kind: 'month', month } }
    const outcome = await attempt({ method: 'POST', path: '/reports', body, key })
    setBusy(false)
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (!outcome.ok) return
    setKey(newKey())
    await queries.invalidateQueries({ queryKey: reportsQuery(year).queryKey })
  }
  const save = async ({ id, title }: Report) => {
    const outcome = await attempt<Blob>({ path: `/reports/${id}/paper`, wantsFile: true })
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok) saveFile(outcome.value, `${title}.docx`)
  }
  return (
    <section aria-label={say('报告', 'Reports')}>
      <h2>{say('报告', 'Reports')}</h2>
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <FailureBox failure={failure} />
      <ul className="notices" aria-label={say('已出具的报告', 'Reports issued')}>
        {found.data?.items.map((report) => (
          <li key={report.id}>
            <p>
              {report.title} <small>{dateTime(report.asOf)}</small>
            </p>
            <Button onClick={() => void save(report)}>
              {say(`下载 ${report.id}`, `Download ${report.id}`)}
            </Button>
          </li>
        ))}
      </ul>
      {found.isSuccess && found.data.items.length === 0 && (
        <p>{say('今年还没有出具报告。', 'No report was issued this year.')}</p>
      )}
      {me.role !== 'auditor' && (
        <Button onClick={() => void issue()} loading={busy}>
          {say(`出具 ${month} 月报`, `Issue the report of ${month}`)}
        </Button>
      )}
    </section>
  )
}
