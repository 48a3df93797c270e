import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Recomputed } from '../../api/admin-queries.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'

type Progress = { looked: number; moved: number; cursor?: string | undefined; over: boolean }
const begin: Progress = { looked: 0, moved: 0, over: false }

/** Computes all open due times again, part by part; what broke off goes on from where it was. */
export const Recompute = () => {
  const say = useSay()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Progress>()
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const key = useRef(newKey())

  const run = async (from: Progress) => {
    setRunning(true)
    setFailure(undefined)
    let now = from
    setProgress(now)
    while (!now.over) {
      const outcome = await attempt<Recomputed>({
        method: 'POST',
        path: '/recomputations',
        body: now.cursor ? { cursor: now.cursor } : {},
        key: key.current,
        timeoutMs: 40_000,
      })
      if (!outcome.ok) {
        setFailure(outcome.failure)
        break
      }
      const { looked, moved, cursor } = outcome.value
      now = { looked: now.looked + looked, moved: now.moved + moved, cursor, over: !cursor }
      key.current = newKey()
      setProgress(now)
    }
    setRunning(false)
    void queries.invalidateQueries({ queryKey: ['issues'] })
  }
  const said = progress && {
    zh: `${progress.over ? '重算完成' : '正在重算'}：已查看 ${progress.looked} 件，${progress.moved} 件的期限有变动。`,
    en: `${progress.over ? 'Done' : 'Working'}: ${progress.looked} looked at, the due times of ${progress.moved} have moved.`,
  }
  return (
    <section className="card" aria-label={say('重算期限', 'Due times')}>
      <h2>{say('重算期限', 'Due times')}</h2>
      <p className="hint">
        {say(
          '按现行日历重算全部在办件的期限；可以重复，中断后可以接着算。',
          'Computes the due times of all open issues by the calendar in force; it may be repeated, and goes on where it broke off.',
        )}
      </p>
      <p role="status">{said && say(said)}</p>
      <FailureBox failure={failure} onRetry={() => void run(progress ?? begin)} />
      <Button onClick={() => void run(begin)} loading={running}>
        {say('重算在办件期限', 'Compute again')}
      </Button>
    </section>
  )
}
