import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReturnAnswer } from '../../../../core/api/others.ts'
import { lifecycle } from '../../../../core/lifecycle.ts'
import { attempt } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'

const statusWords = {
  command: { zh: '将办理', en: 'to be given' },
  done: { zh: '已办理', en: 'done' },
  unchanged: { zh: '未改动', en: 'unchanged' },
  stale: { zh: '已有变化，不办理', en: 'changed meanwhile, left alone' },
  error: { zh: '不能办理', en: 'cannot be done' },
} as const
type Row = ReturnAnswer['rows'][number]

const RowItem = ({ row }: { row: Row }) => {
  const say = useSay()
  return (
    <li>
      <span className="tag">{say(statusWords[row.status])}</span>{' '}
      <Link to="/issues/$id" params={{ id: row.id }}>
        {row.firm ?? row.id}
      </Link>{' '}
      {row.command && say(lifecycle[row.command])}
      {typeof row.input?.text === 'string' && `：${row.input.text}`}
      {typeof row.input?.nextReplyOn === 'string' &&
        say(`（下次答复 ${row.input.nextReplyOn}）`, ` (next reply ${row.input.nextReplyOn})`)}
      {row.message && <span className="fault"> {row.message}</span>}
    </li>
  )
}

/** A ledger that was filled in elsewhere: first what its edited cells ask for, then, on a word, that. */
export const HandBack = () => {
  const say = useSay()
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<ReturnAnswer>()
  const [failure, setFailure] = useState<Failure>()
  const [working, setWorking] = useState(false)
  const send = async (ledger: File, dryRun: boolean) => {
    setWorking(true)
    setFailure(undefined)
    const query = { dryRun }
    const path = '/ledger-returns'
    const outcome = await attempt<ReturnAnswer>({
      method: 'POST',
      path,
      query,
      file: ledger,
      timeoutMs: 120_000,
    })
    setWorking(false)
    if (outcome.ok) setAnswer(outcome.value)
    else setFailure(outcome.failure)
  }
  const pick = (picked: File | undefined) => {
    setFile(picked)
    setAnswer(undefined)
    if (picked) void send(picked, true)
  }
  const rows = answer?.rows.filter((row) => row.status !== 'unchanged') ?? []
  return (
    <section aria-label={say('交回台账', 'Hand the ledger back')} aria-busy={working}>
      <h2>{say('交回台账', 'Hand the ledger back')}</h2>
      <Field
        label={say('填好的台账', 'Ledger that was filled in')}
        required
        hint={say(
          '在导出的台账里改“办理情况”“下次答复”“是否办结”，原样交回。先列出将办理的事项。',
          'Edit 办理情况, 下次答复 and 是否办结 in an exported ledger and hand it back. What it asks for is listed first.',
        )}
      >
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".xlsx,.csv"
            onChange={(event) => pick(event.target.files?.[0])}
          />
        )}
      </Field>
      <FailureBox failure={failure} onRetry={file && (() => void send(file, answer?.dryRun ?? true))} />
      {answer && (
        <>
          <p role="status">
            {say(
              `将办理 ${answer.counts.command} 件，已办理 ${answer.counts.done} 件，未改动 ${answer.counts.unchanged} 件，已有变化 ${answer.counts.stale} 件，不能办理 ${answer.counts.error} 件。`,
              `${answer.counts.command} to be given, ${answer.counts.done} done, ${answer.counts.unchanged} unchanged, ${answer.counts.stale} changed meanwhile, ${answer.counts.error} cannot be done.`,
            )}
          </p>
          {answer.dryRun && file && (
            <Button
              type="primary"
              disabled={answer.counts.command === 0}
              loading={working}
              onClick={() => void send(file, false)}
            >
              {say(`办理 ${answer.counts.command} 件`, `Give ${answer.counts.command} commands`)}
            </Button>
          )}
          <ul aria-label={say('逐行结果', 'Row by row')}>
            {rows.map((row) => (
              <RowItem key={row.sheetRow} row={row} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
