import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { HandedBackRow, HandedBackStatus } from '../../../core/api/handed-back.ts'
import { attempt } from '../api/call.ts'
import type { Failure } from '../api/failure.ts'
import { useSay } from '../words/language.tsx'
import type { Word } from '../words/language-of.ts'
import { FailureBox } from './failure-box.tsx'
import { LedgerFile } from './ledger-file.tsx'

const statusWords = {
  command: { zh: '将办理', en: 'to be given' },
  done: { zh: '已办理', en: 'done' },
  unchanged: { zh: '未改动', en: 'unchanged' },
  stale: { zh: '已有变化，不办理', en: 'changed meanwhile, left alone' },
  error: { zh: '不能办理', en: 'cannot be done' },
} as const satisfies Record<HandedBackStatus, Word>
type Answer<R> = { dryRun: boolean; counts: Record<HandedBackStatus, number>; rows: R[] }

type Props<R> = {
  /** The address that takes the file, with `dryRun`. */
  path: string
  title: Word
  label: Word
  hint: Word
  children: (row: R) => ReactNode
  onDone?: () => void
}

/** A file that was filled in elsewhere: first what its cells ask for, then, on a word, that. */
export const HandBackFile = <R extends HandedBackRow>({
  path,
  title,
  label,
  hint,
  children,
  onDone,
}: Props<R>) => {
  const say = useSay()
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<Answer<R>>()
  const [failure, setFailure] = useState<Failure>()
  const [working, setWorking] = useState(false)
  const send = async (filled: File, dryRun: boolean) => {
    setWorking(true)
    setFailure(undefined)
    const query = { dryRun }
    const outcome = await attempt<Answer<R>>({
      method: 'POST',
      path,
      query,
      file: filled,
      timeoutMs: 120_000,
    })
    setWorking(false)
    if (!outcome.ok) return setFailure(outcome.failure)
    setAnswer(outcome.value)
    if (!dryRun) onDone?.()
  }
  const pick = (picked: File | undefined) => {
    setFile(picked)
    setAnswer(undefined)
    if (picked) void send(picked, true)
  }
  const rows = answer?.rows.filter((row) => row.status !== 'unchanged') ?? []
  return (
    <section aria-label={say(title)} aria-busy={working}>
      <h2>{say(title)}</h2>
      <LedgerFile label={label} hint={hint} onPick={pick} />
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
              <li key={row.sheetRow}>
                <span className="tag">{say(statusWords[row.status])}</span> {children(row)}
                {row.message && <span className="fault"> {row.message}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
