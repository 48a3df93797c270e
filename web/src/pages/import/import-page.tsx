import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ImportAnswer } from '../../../../core/api/others.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { LedgerFile } from '../../parts/ledger-file.tsx'
import { useSay } from '../../words/language.tsx'
import { ImportRows } from './import-rows.tsx'
import { ImportSummary } from './import-summary.tsx'

const types: Record<string, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
/** Some systems name no type, or Excel's, for a CSV file. */
const typed = (file: File) => {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  return new Blob([file], { type: types[ending] ?? file.type })
}
const mostBytes = 4 * 1024 * 1024

export const ImportPage = () => {
  const say = useSay()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<ImportAnswer>()
  const [failure, setFailure] = useState<Failure>()
  const [fault, setFault] = useState<string>()
  const [working, setWorking] = useState(false)
  const [acceptWarnings, setAcceptWarnings] = useState(false)
  const [key, setKey] = useState(newKey)

  const send = async (ledger: File, dryRun: boolean) => {
    setWorking(true)
    setFailure(undefined)
    const outcome = await attempt<ImportAnswer>({
      method: 'POST',
      path: '/imports',
      query: { dryRun, acceptWarnings: acceptWarnings || undefined },
      file: typed(ledger),
      key: dryRun ? newKey() : key,
      timeoutMs: 120_000,
    })
    setWorking(false)
    if (!outcome.ok) return setFailure(outcome.failure)
    setAnswer(outcome.value)
    if (!dryRun) await queries.invalidateQueries({ queryKey: ['issues'] })
  }
  const pick = (picked: File | undefined) => {
    setFile(picked)
    setAnswer(undefined)
    setFault(undefined)
    setKey(newKey())
    if (!picked) return
    if (picked.size > mostBytes)
      setFault(say('文件超过 4 MB，请分批导入。', 'The file is over 4 MB; import it in parts.'))
    else void send(picked, true)
  }
  const count = answer ? answer.counts.new + (acceptWarnings ? answer.counts.warning : 0) : 0

  return (
    <section aria-busy={working}>
      <h1>{say('导入台账', 'Import a ledger')}</h1>
      <LedgerFile
        label={{ zh: '台账文件（.xlsx 或 .csv）', en: 'Ledger file (.xlsx or .csv)' }}
        hint={{
          zh: '最多 1000 行、4 MB。先预览，不会直接导入。',
          en: 'Up to 1,000 rows and 4 MB. It is shown first and not yet imported.',
        }}
        fault={fault}
        onPick={pick}
      />
      <div role="status">
        {working && (
          <p>
            {say('正在处理……', 'Working …')} <progress aria-label={say('进度', 'Progress')} />
          </p>
        )}
      </div>
      <FailureBox failure={failure} onRetry={file && (() => void send(file, answer?.dryRun ?? true))} />
      {answer && <ImportSummary answer={answer} />}
      {answer?.dryRun && file && (
        <div className="card">
          {answer.counts.warning > 0 && (
            <Checkbox
              checked={acceptWarnings}
              onChange={(event) => {
                setAcceptWarnings(event.target.checked)
                setKey(newKey())
              }}
            >
              {say(
                `连同有提醒的 ${answer.counts.warning} 行一起导入`,
                `Import the ${answer.counts.warning} rows with warnings too`,
              )}
            </Checkbox>
          )}
          <Button
            type="primary"
            disabled={count === 0}
            loading={working}
            onClick={() => void send(file, false)}
          >
            {say(`导入 ${count} 行`, `Import ${count} rows`)}
          </Button>
        </div>
      )}
      {answer && <ImportRows answer={answer} />}
    </section>
  )
}
