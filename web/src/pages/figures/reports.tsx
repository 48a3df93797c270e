import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type * as papers from '../../../../core/api/papers.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, failureOf } from '../../api/failure.ts'
import { type IndicatorAnswer, type Me, reportsQuery } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'
import { IssueReport } from './issue-report.tsx'
import { type RecountAnswer, Recounted } from './recount.tsx'

/** Of a paper or a recount, which look at every issue of the period. */
const timeoutMs = 60_000

type Report = z.infer<typeof papers.ReportList>['items'][number]
type Props = { month: string; me: Me; indicators: IndicatorAnswer['indicators'] }

/** The reports of a year: issued once, they say what they said; each can be had ready for A4 and counted again. */
export const Reports = ({ month, me, indicators }: Props) => {
  const say = useSay()
  const queries = useQueryClient()
  const year = month.slice(0, 4)
  const found = useQuery(reportsQuery(year))
  const [failure, setFailure] = useState<Failure>()
  const [counting, setCounting] = useState<string>()
  const [recount, setRecount] = useState<RecountAnswer>()
  const save = async ({ id, title }: Report) => {
    const outcome = await attempt<Blob>({ path: `/reports/${id}/paper`, wantsFile: true, timeoutMs })
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok) saveFile(outcome.value, `${title}.docx`)
  }
  const countAgain = async (id: string) => {
    setCounting(id)
    const outcome = await attempt<RecountAnswer>({ path: `/reports/${id}/recount`, timeoutMs })
    setCounting(undefined)
    setFailure(outcome.ok ? undefined : outcome.failure)
    setRecount(outcome.ok ? outcome.value : undefined)
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
            <div className="buttons">
              <Button onClick={() => void save(report)}>
                {say(`下载 ${report.id}`, `Download ${report.id}`)}
              </Button>
              <Button onClick={() => void countAgain(report.id)} loading={counting === report.id}>
                {say(`重新核算 ${report.id}`, `Count ${report.id} again`)}
              </Button>
            </div>
            {recount?.id === report.id && (
              <Recounted key={recount.recountedAt} recount={recount} indicators={indicators} />
            )}
          </li>
        ))}
      </ul>
      {found.isSuccess && found.data.items.length === 0 && (
        <p>{say('今年还没有出具报告。', 'No report was issued this year.')}</p>
      )}
      {me.role !== 'auditor' && (
        <IssueReport
          month={month}
          onFailure={setFailure}
          onIssued={() => queries.invalidateQueries({ queryKey: reportsQuery(year).queryKey })}
        />
      )}
    </section>
  )
}
