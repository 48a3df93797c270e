import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ExportView } from '../../../../core/api/exports.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSay } from '../../words/language.tsx'
import { thisMonth } from '../../words/time.ts'

const lookEveryMs = 800
const formatWords = {
  xlsx: { zh: 'Excel（.xlsx）', en: 'Excel (.xlsx)' },
  csv: { zh: 'CSV', en: 'CSV' },
} as const

const pause = () => new Promise((resolve) => setTimeout(resolve, lookEveryMs))

/** Asks until the file is there, telling how far it is; resolves with the last view, or the failure. */
const wait = async (id: string, tell: (view: ExportView) => void) => {
  for (;;) {
    const outcome = await attempt<ExportView>({ path: `/exports/${id}` })
    if (!outcome.ok) return outcome
    tell(outcome.value)
    if (outcome.value.state === 'done' || outcome.value.state === 'failed') return outcome
    await pause()
  }
}

const fetchFile = async ({ id, file }: ExportView) => {
  const pieces: Blob[] = []
  for (let piece = 0; piece < (file?.pieces ?? 0); piece++) {
    const outcome = await attempt<Blob>({
      path: `/exports/${id}/file`,
      query: { piece },
      wantsFile: true,
      timeoutMs: 60_000,
    })
    if (!outcome.ok) return outcome
    pieces.push(outcome.value)
  }
  return { ok: true as const, value: new Blob(pieces, { type: file?.type ?? '' }) }
}

/** The ledger of some months as a file, made in the background. */
export const TakeOut = () => {
  const say = useSay()
  const [from, setFrom] = useState(thisMonth())
  const [to, setTo] = useState(thisMonth())
  const [format, setFormat] = useState<keyof typeof formatWords>('xlsx')
  const [view, setView] = useState<ExportView>()
  const [failure, setFailure] = useState<Failure>()
  const [working, setWorking] = useState(false)

  const run = async (): Promise<Failure | undefined> => {
    const body = { kind: 'ledger', format, from, to }
    const asked = await attempt<ExportView>({ method: 'POST', path: '/exports', body, key: newKey() })
    if (!asked.ok) return asked.failure
    const done = await wait(asked.value.id, setView)
    if (!done.ok) return done.failure
    if (done.value.state !== 'done') return undefined
    const file = await fetchFile(done.value)
    if (!file.ok) return file.failure
    saveFile(file.value, done.value.file?.name ?? 'ledger')
    return undefined
  }
  const start = () => {
    setWorking(true)
    setView(undefined)
    void run()
      .then(setFailure)
      .finally(() => setWorking(false))
  }

  return (
    <section aria-label={say('导出台账', 'Take the ledger out')} aria-busy={working}>
      <h2>{say('导出台账', 'Take the ledger out')}</h2>
      <div className="filters">
        <Field label={say('从（月）', 'From month')} required>
          {(ids) => (
            <Input {...ids} type="month" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label={say('到（月）', 'To month')} required>
          {(ids) => (
            <Input {...ids} type="month" value={to} onChange={(event) => setTo(event.target.value)} />
          )}
        </Field>
        <Choice
          label={say('格式', 'Format')}
          words={formatWords}
          value={format}
          onChange={setFormat}
          required
        />
      </div>
      <Button type="primary" loading={working} onClick={start}>
        {say('导出', 'Export')}
      </Button>
      <p role="status" className="hint">
        {view && working && say(`已写 ${view.rows} 行……`, `${view.rows} rows written …`)}
        {view?.state === 'done' && !working && say(`已导出 ${view.rows} 行。`, `${view.rows} rows exported.`)}
        {view?.state === 'failed' && view.why}
      </p>
      <FailureBox failure={failure} onRetry={start} />
    </section>
  )
}
