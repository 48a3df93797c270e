import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { Sample as SampleAnswer } from '../../../../core/api/indicators.ts'
import { stageWords } from '../../../../core/words.ts'
import { attempt } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSay } from '../../words/language.tsx'

type Drawn = z.infer<typeof SampleAnswer>
const most = 200

/** Issues of a month drawn at random for an inspection, each with its printable file (一件一档). */
export const Sample = ({ month }: { month: string }) => {
  const say = useSay()
  const [wanted, setWanted] = useState('10')
  const [drawn, setDrawn] = useState<Drawn>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState<string>()
  const n = Number(wanted)
  const isNumber = /^[0-9]+$/.test(wanted) && n >= 1 && n <= most
  const work = async <T,>(what: string, request: Parameters<typeof attempt>[0], done: (value: T) => void) => {
    setBusy(what)
    const outcome = await attempt<T>(request)
    setBusy(undefined)
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok) done(outcome.value)
  }
  const draw = () =>
    work<Drawn>('draw', { path: '/indicators/sample', query: { month, n: wanted } }, setDrawn)
  const save = (what: string, path: string, name: string, query?: Record<string, string>) =>
    work<Blob>(what, { path, wantsFile: true, timeoutMs: 60_000, ...(query && { query }) }, (file) =>
      saveFile(file, `${name}.docx`),
    )
  const shown = drawn?.month === month ? drawn : undefined
  return (
    <section aria-label={say('随机抽查', 'A random sample')}>
      <h2>{say('随机抽查', 'A random sample')}</h2>
      <Field
        label={say('抽取件数', 'How many')}
        required
        {...(!isNumber && { fault: say(`请填 1 到 ${most} 的整数`, `A whole number from 1 to ${most}`) })}
      >
        {(ids) => (
          <Input
            {...ids}
            inputMode="numeric"
            value={wanted}
            onChange={(event) => setWanted(event.target.value.trim())}
          />
        )}
      </Field>
      <div className="buttons">
        <Button onClick={() => void draw()} loading={busy === 'draw'} disabled={!isNumber}>
          {say(`从 ${month} 登记的诉求中抽取`, `Draw from the issues of ${month}`)}
        </Button>
      </div>
      <FailureBox failure={failure} />
      <p role="status" className="hint">
        {shown &&
          say(
            `从 ${shown.population} 件中抽取 ${shown.items.length} 件，种子 ${shown.seed}；凭种子可重抽核对。`,
            `${shown.items.length} of ${shown.population}, seed ${shown.seed}; the seed draws the same again.`,
          )}
      </p>
      {shown && shown.items.length > 0 && (
        <>
          <ul className="issues" aria-label={say('抽中的诉求', 'Issues drawn')}>
            {shown.items.map(({ id, firm, summary, stage }) => (
              <li key={id}>
                <div className="what">
                  <Link to="/issues/$id" params={{ id }}>
                    {id} {firm.name}
                  </Link>
                  <p>{summary}</p>
                  <Button
                    onClick={() => void save(id, `/issues/${id}/papers/case`, `一件一档-${id}`)}
                    loading={busy === id}
                  >
                    {say(`一件一档 ${id}`, `File of ${id}`)}
                  </Button>
                </div>
                <p className="tags">
                  <span className="tag">{say(stageWords[stage])}</span>
                </p>
              </li>
            ))}
          </ul>
          <div className="buttons">
            <Button
              onClick={() =>
                void save('all', '/indicators/sample/paper', `抽查件-${month}`, {
                  month,
                  n: String(shown.items.length),
                  seed: shown.seed,
                })
              }
              loading={busy === 'all'}
            >
              {say('下载全部档案', 'Download all files')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
