import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { Problem } from '../../../../core/api/issues.ts'
import { attempt, newKey } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import { useMe } from '../../app/use-me.ts'
import { saveParcel, sendWaiting } from '../../outbox/portal-outbox.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import { today } from '../../words/time.ts'
import { SavedNotice } from '../log/saved-notice.tsx'
import {
  bodyOf,
  type ForumDraft,
  type ForumRow,
  isBlank,
  missingIn,
  newRow,
  rowFrom,
  visitOf,
} from './forum-draft.ts'
import { ForumLine } from './forum-line.tsx'
import { PasteNotes } from './paste-notes.tsx'
import { useForum } from './use-forum.ts'

type Answer = {
  warnings: { firm: string; code: string; zh: string; en: string }[]
  issues: { answer?: { id: string }; problem?: Problem }[]
}
/** Not refused, only not heard: it may be sent again, and by itself. */
const mayWait = ({ kind }: Failure) => kind === 'unreachable' || kind === 'tooSlow' || kind === 'broken'

/** As many as one request takes. */
const mostRows = 30

const Sheet = ({ owner }: { owner: string }) => {
  const say = useSay()
  const { forum, change, wipe } = useForum(owner)
  const [failure, setFailure] = useState<Failure>()
  const [done, setDone] = useState<Answer>()
  const [waiting, setWaiting] = useState(false)
  const [sending, setSending] = useState(false)
  const lines = useRef<HTMLOListElement>(null)
  if (!forum) return <p role="status">{say('正在读取……', 'Loading …')}</p>
  const set = (part: Partial<ForumDraft>) => change({ ...forum, ...part })
  const setRow = (row: ForumRow) => set({ rows: forum.rows.map((one) => (one.id === row.id ? row : one)) })
  const faults = faultsOf(failure)
  const next = (index: number) => {
    if (index === forum.rows.length - 1 && forum.rows.length < mostRows)
      set({ rows: [...forum.rows, newRow()] })
    // The line is there after the next drawing.
    setTimeout(() => lines.current?.querySelectorAll<HTMLElement>('[data-cell="firm"]')[index + 1]?.focus())
  }
  /** What did not get through waits in the outbox, under the key it was sent with; false where nothing can be kept. */
  const keepForLater = async () => {
    const { body } = bodyOf(forum)
    const parcel = {
      id: newKey(),
      owner,
      title: forum.title || say('恳谈会', 'Forum'),
      savedAt: new Date().toISOString(),
      draft: visitOf(forum),
      steps: [{ path: '/visits', body, key: forum.key }],
    }
    const kept = await saveParcel(parcel).then(
      () => true,
      () => false,
    )
    if (!kept) return false
    setFailure(undefined)
    setDone(undefined)
    setWaiting(true)
    wipe()
    void sendWaiting(owner)
    return true
  }
  const send = async () => {
    const missing = missingIn(forum)
    if (missing.size > 0) {
      return set({ rows: forum.rows.map((row) => ({ ...row, note: missing.get(row.id) ?? row.note })) })
    }
    const { body, sent } = bodyOf(forum)
    setWaiting(false)
    setSending(true)
    const outcome = await attempt<Answer>({ method: 'POST', path: '/visits', body, key: forum.key })
    setSending(false)
    if (!outcome.ok) {
      if (mayWait(outcome.failure) && (await keepForLater())) return
      setFailure(outcome.failure)
      // Refused, it was not taken; what is corrected is another request.
      if (outcome.failure.kind === 'refused') set({ key: newKey() })
      return
    }
    setFailure(undefined)
    setDone(outcome.value)
    const refused = sent.flatMap((row, index) => {
      const problem = outcome.value.issues[index]?.problem
      return problem ? [{ ...row, note: problem.detail ?? problem.title }] : []
    })
    if (refused.length === 0) return wipe()
    set({ rows: refused, key: newKey() })
  }
  const line = (name: 'title' | 'on' | 'trained' | 'leaflets', label: string, type = 'text') => (
    <Field label={label} required={name === 'on'} {...(faults[name] && { fault: faults[name] as string })}>
      {(ids) => (
        <Input
          {...ids}
          type={type}
          {...(type === 'date' && { max: today() })}
          inputMode={name === 'trained' || name === 'leaflets' ? 'numeric' : undefined}
          value={forum[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      {waiting && <SavedNotice saved={{ state: 'waiting', failure: undefined }} />}
      <div role="status">
        {done && (
          <>
            <p>{say('已登记。', 'Logged.')}</p>
            <ul>
              {done.issues.flatMap(({ answer }) =>
                answer
                  ? [
                      <li key={answer.id}>
                        <Link to="/issues/$id" params={{ id: answer.id }}>
                          {answer.id}
                        </Link>
                      </li>,
                    ]
                  : [],
              )}
              {done.warnings.map((warning) => (
                <li key={warning.firm + warning.code}>{say(warning)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="pair">
        {line('title', say('会议名称', 'Title'))}
        {line('on', say('日期', 'Date'), 'date')}
        {line('trained', say('政策培训人次', 'Person-times trained'))}
        {line('leaflets', say('发放资料份数', 'Leaflets given out'))}
      </div>
      <PasteNotes
        onDrafts={(drafts) =>
          set({
            rows: [...forum.rows.filter((row) => !isBlank(row)), ...drafts.map(rowFrom)].slice(0, mostRows),
          })
        }
      />
      <ol ref={lines} className="forum" aria-label={say('会上提出的问题', 'Problems raised')}>
        {forum.rows.map((row, index) => (
          <ForumLine key={row.id} row={row} number={index + 1} onChange={setRow} onNext={() => next(index)} />
        ))}
      </ol>
      <FailureBox failure={failure} />
      <div className="buttons">
        <Button type="primary" onClick={() => void send()} loading={sending}>
          {say('全部登记', 'Log all')}
        </Button>
        <Button onClick={wipe}>{say('清空', 'Clear it')}</Button>
      </div>
    </>
  )
}

/** One meeting, many problems, typed as fast as people talk: no hand leaves the keyboard. */
export const ForumPage = () => {
  const say = useSay()
  const me = useMe()
  return (
    <section>
      <h1>{say('恳谈会', 'Forum')}</h1>
      <p className="hint">
        {say(
          '企业打两个字按回车，类别按数字 1–5，内容写完按回车到下一件；随打随存。',
          'Two characters of the firm and Enter, 1–5 for the category, Enter after the words; kept as you type.',
        )}
      </p>
      {me && <Sheet owner={me.id} />}
    </section>
  )
}
